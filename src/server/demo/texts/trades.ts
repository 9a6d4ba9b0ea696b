import type { HazardTopic } from './hazard-text.ts'

/** A trade of the township: how its enterprises are called, where one looks, what one finds. */
export type Trade = {
  readonly name: string
  readonly industry: string
  readonly count: number
  /** How a name is made; ※ stands for the stem, ＠ for the village. */
  readonly names: readonly string[]
  readonly parts: readonly string[]
  readonly topics: readonly HazardTopic[]
  readonly grades: readonly ('low' | 'general' | 'higher' | 'high')[]
}

/** What 194 enterprises of such a township live from: mushrooms first, then car parts, cold stores, herbs. */
export const trades: readonly Trade[] = [
  { name: 'mushroom', industry: '食用菌种植加工', count: 42, names: ['※菌业加工点', '※菌业有限公司', '※香菇专业合作社', '＠※香菇收购点'], parts: ['烘干房', '菌袋库', '拌料车间', '灭菌锅炉房', '分拣车间', '养菌棚', '员工宿舍'], topics: ['mushroom', 'electric', 'fire', 'boiler'], grades: ['general', 'general', 'higher'] },
  { name: 'cold', industry: '冷藏保鲜', count: 12, names: ['＠冷库', '※冷链仓储有限公司', '※果蔬保鲜库'], parts: ['氨机房', '冷库穿堂', '制冷机房', '装卸月台', '配电室'], topics: ['cold', 'electric', 'fire'], grades: ['higher', 'high'] },
  { name: 'kiwi', industry: '猕猴桃种植销售', count: 10, names: ['※果业有限公司', '※猕猴桃专业合作社', '＠※果品收购站'], parts: ['分选车间', '保鲜库', '农资仓库', '包装间'], topics: ['electric', 'fire', 'farm'], grades: ['low', 'general'] },
  { name: 'herb', industry: '中药材种植加工', count: 12, names: ['※中药材有限公司', '※山茱萸加工厂', '＠※药材合作社'], parts: ['烘烤间', '切片车间', '原料库', '晾晒场'], topics: ['fire', 'electric', 'dust', 'machine'], grades: ['general'] },
  { name: 'auto', industry: '汽车零部件制造', count: 16, names: ['※汽配有限公司', '※机械制造有限公司', '※铸件厂'], parts: ['机加工车间', '铸造车间', '喷漆房', '危废暂存间', '行车作业区', '空压机房'], topics: ['machine', 'electric', 'chemical', 'crane', 'dust'], grades: ['higher', 'high', 'general'] },
  { name: 'metal', industry: '冶金辅料', count: 9, names: ['※冶金材料有限公司', '※保护渣厂', '※特种耐材有限公司'], parts: ['配料车间', '造粒塔', '煤气区', '除尘器平台', '原料堆场'], topics: ['dust', 'machine', 'confined', 'crane', 'chemical'], grades: ['high', 'higher'] },
  { name: 'building', industry: '建材', count: 12, names: ['※建材有限公司', '※石材加工厂', '※水泥制品厂', '※砂石料场'], parts: ['破碎车间', '切割区', '搅拌站', '料仓', '堆场'], topics: ['machine', 'dust', 'traffic', 'electric'], grades: ['higher', 'general'] },
  { name: 'food', industry: '食品加工', count: 16, names: ['※食品有限公司', '＠※粉条加工坊', '※酿酒坊分装点', '※豆制品加工厂'], parts: ['加工车间', '油炸间', '污水池', '包装车间', '原料库', '锅炉房'], topics: ['food', 'boiler', 'confined', 'electric', 'gas'], grades: ['general', 'higher'] },
  { name: 'agri', industry: '农业综合开发', count: 7, names: ['※农业开发有限公司', '※生态农场', '※家庭农场'], parts: ['农资仓库', '灌溉泵房', '农机棚', '沼气池'], topics: ['farm', 'electric', 'confined'], grades: ['low', 'general'] },
  { name: 'wood', industry: '木材加工', count: 9, names: ['※木业有限公司', '※木制品厂', '＠※菌材加工点'], parts: ['锯解车间', '木料堆场', '粉料仓', '砂光间'], topics: ['wood', 'dust', 'fire', 'machine'], grades: ['higher'] },
  { name: 'repair', industry: '机械维修', count: 9, names: ['※农机修理部', '※汽车修理厂', '※电焊加工部'], parts: ['修理车间', '气瓶存放处', '举升机位', '配件库'], topics: ['welding', 'electric', 'fire', 'machine'], grades: ['general'] },
  { name: 'fuel', industry: '成品油零售', count: 4, names: ['＠加油点', '※加油站'], parts: ['加油区', '储罐区', '卸油口', '便利店'], topics: ['fuel', 'electric'], grades: ['high'] },
  { name: 'fireworks', industry: '烟花爆竹零售', count: 5, names: ['＠烟花爆竹零售点'], parts: ['销售间', '存放间'], topics: ['fireworks'], grades: ['high'] },
  { name: 'trade', industry: '商贸零售', count: 16, names: ['※超市', '※商贸有限公司', '＠※农资门市', '※建材家居城'], parts: ['营业厅', '仓库', '疏散楼梯', '后厨'], topics: ['shop', 'fire', 'electric', 'gas'], grades: ['low', 'general'] },
  { name: 'lodging', industry: '餐饮住宿', count: 9, names: ['※农家乐', '＠※民宿', '※酒楼'], parts: ['厨房', '客房走廊', '燃气瓶间', '布草间'], topics: ['gas', 'shop', 'fire', 'food'], grades: ['general', 'low'] },
  { name: 'transport', industry: '道路运输', count: 6, names: ['※运输有限公司', '※物流配送中心'], parts: ['停车场', '调度室', '维修地沟', '充电区'], topics: ['traffic', 'electric', 'fire'], grades: ['general', 'higher'] },
]

/** The first part of a name; each is used at most once a trade. */
export const stems: readonly string[] = [
  '禾丰', '恒润', '瑞祥', '宏达', '山源', '绿野', '金穗', '兴农', '伏牛', '鹳河', '老界岭', '百草', '顺康', '福临', '永昌', '德胜',
  '华瑞', '众鑫', '天佑', '万泰', '三和', '鼎盛', '裕民', '惠民', '春晖', '秋实', '丰泽', '康源', '嘉禾', '祥云', '玉泉', '清泉',
  '青峰', '翠岭', '东升', '西岭', '南山', '北川', '合众', '同心', '诚信', '信达', '利民', '富民', '盛源', '广源', '汇丰', '金桥',
  '聚贤', '双联', '龙泉', '凤鸣', '仙人', '石门', '桃源', '柏林', '松涛', '茂盛', '长青', '常春', '益民', '佳美', '昌隆', '泰和',
]

/** Those that the report names, and those of the screens, where they stand. */
export const fixedNames: readonly { readonly name: string; readonly trade: string; readonly village: string }[] = [
  { name: '森驰汽配有限公司', trade: 'auto', village: '双桥' },
  { name: '金鑫田源农业开发有限公司', trade: 'agri', village: '柳泉' },
  { name: '鑫澄食品有限公司', trade: 'food', village: '柳泉' },
  { name: '龙兴冶金材料有限公司', trade: 'metal', village: '青石湾' },
  { name: '禾丰菌业加工点', trade: 'mushroom', village: '石盘沟' },
  { name: '石盘沟集体菌棚', trade: 'mushroom', village: '石盘沟' },
  { name: '恒润农机修理部', trade: 'repair', village: '白果坪' },
  { name: '柳泉冷库', trade: 'cold', village: '柳泉' },
  { name: '云台酿酒坊分装点', trade: 'food', village: '石盘沟' },
  { name: '双桥加油点', trade: 'fuel', village: '双桥' },
  { name: '槐荫烟花爆竹零售点', trade: 'fireworks', village: '槐荫' },
]

/** Livestock households that stand, and those that gave up. */
export const households: readonly { readonly name: string; readonly village: string; readonly industry: string; readonly from: string; readonly until?: string }[] = [
  { name: '石盘沟村石保国养猪场', village: '石盘沟', industry: '生猪养殖', from: '2016-04-01' },
  { name: '桐树岭村封长河肉牛养殖场', village: '桐树岭', industry: '肉牛养殖', from: '2018-09-01' },
  { name: '麦子坪村麦建设蛋鸡养殖户', village: '麦子坪', industry: '蛋鸡养殖', from: '2019-03-01' },
  { name: '云台村庞大海肉羊养殖户', village: '云台', industry: '肉羊养殖', from: '2020-05-01' },
  { name: '前河村何振东生猪养殖场', village: '前河', industry: '生猪养殖', from: '2015-10-01' },
  { name: '杨树坪村杨树林肉鸭养殖户', village: '杨树坪', industry: '肉鸭养殖', from: '2021-03-01' },
  { name: '青石湾村孙有田养猪户', village: '青石湾', industry: '生猪养殖', from: '2014-06-01', until: '2024-11-30' },
  { name: '竹林寨村祝大山散养鸡场', village: '竹林寨', industry: '蛋鸡养殖', from: '2017-03-01', until: '2024-06-30' },
  { name: '槐荫村张满仓养羊户', village: '槐荫', industry: '肉羊养殖', from: '2013-08-01', until: '2023-12-31' },
]
