/**
 * What passwords are made of when people choose them, lower-case, without digits for letters: English and Chinese
 * favourites as they lead every published list of leaked ones, commonest surnames, words of an office.
 */
const stems = `
password passwort passwd pass pwd admin administrator root system sysadmin manager master user guest test tester
default login welcome letmein secret changeme change hello computer internet server service super superman batman
spiderman dragon monkey tiger lion shadow sunshine princess football baseball basketball soccer hockey michael jordan
jessica jennifer charlie daniel thomas george andrew robert william ashley nicole amanda matthew joshua anthony
iloveyou loveyou love lovely forever baby angel flower summer winter spring autumn freedom whatever trustno killer
hunter ranger mustang harley ferrari porsche mercedes corvette starwars pokemon naruto google facebook microsoft
windows apple samsung huawei xiaomi oppo vivo honor lenovo android iphone linux oracle mysql postgres database
cookie cheese chocolate banana orange purple silver golden diamond crystal phoenix matrix ninja samurai knight
warrior hacker money lucky happy smile friend family peace hope faith blessed jesus christ heaven december november
october september august july june april march february january monday tuesday wednesday thursday friday saturday
sunday qazwsx qweasd qweasdzxc qwerty qwertz azerty asdfgh zxcvbn zaqxsw zaqwsx poiuyt lkjhgf mnbvcx
woaini woaiwojia woaiwo woaizhongguo wodemima mima mimamima nihao nihaoma aini ainiyiwannian ainiyishengyishi
xiexie zhongguo zhonghua beijing shanghai guangzhou shenzhen tianjin chongqing chengdu wuhan nanjing hangzhou suzhou
xian changsha zhengzhou jinan qingdao dalian shenyang haerbin changchun shijiazhuang taiyuan hefei fuzhou xiamen
nanchang kunming guiyang nanning haikou lanzhou xining yinchuan wulumuqi lasa henan hebei shandong shanxi hunan hubei
guangdong guangxi sichuan yunnan guizhou zhejiang jiangsu anhui fujian jiangxi liaoning jilin heilongjiang gansu
ningxia xinjiang qinghai hainan nanyang xixia
wang zhang zhao zhou huang yang sun zhu lin guo gao luo zheng liang song tang feng deng cao peng zeng xiao tian dong
pan yuan cai jiang du ye cheng wei ren lu yao jin qiu dai fan shi xiaoming xiaohong xiaoli xiaowang
baobao baobei xiaobao xiaoxin kaixin kuaile xingfu pingan jiankang facai gongxi gongxifacai xingyun haoyun tiancai
laopo laogong laoba laoma baba mama gege jiejie didi meimei nainai yeye haizi pengyou tongxue laoshi
xiaozhu xiaogou xiaomao taiyang yueliang xingxing tianshi meili piaoliang shuaige meinv aiqing yongyuan yiqi yisheng
gongan jiancha fayuan zhengfu dangyuan gongchandang guojia renmin jiefangjun zhifa zonghe wangge taizhang wanggeyuan
gongzuo bangong bangongshi danwei xiangzhen cunwei shequ sifa sifaju sifasuo tiaojie xingzheng yingji anquan
zhengce guanli guanliyuan xitong dianhua shouji diannao wangluo kaimen zhima zhimakaimen anquanmima chushimima
gridbook grid book ledger township village officer supervisor mediator county auditor monitor reviewer yangcheng
taobao tencent weixin wechat alibaba alipay zhifubao baidu sina douyin kuaishou jingdong meituan dingding
网格 台账 密码 管理员 用户 系统 登录 执法 政府 单位 办公室 中国 你好 我爱你 测试 默认 初始 安全 平安 司法所 派出所 人民
123456 654321 123123 321321 112233 332211 123321 111222 147258 147258369 258369 159357 159753 951753 789456 456123
789456123 741852 741852963 963852741 521521 520520 5201314 1314520 1314521 201314 1314 520 521 666 888 168 1688 518
886 110 119 120 12345 12348 12315 007 911 100200 101010 121212 131313 232323 696969 142536 135790 246810 135792468
1qaz2wsx 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik qaz wsx edc rfv tgb yhn ujm zaq xsw cde 1q2w3e4r 1q2w3e 1q2w q1w2e3r4
q1w2e3 q1w2 a1b2c3 a1b2 aa123456 a123456 abc123 abcd1234 admin123 qq123456 zxc123 asd123 qwe123 woaini1314 woaini520
`

/** Longest first: a long stem isn't broken by a short one within it. */
export const commonStems: readonly string[] = [...new Set(stems.trim().split(/\s+/))].toSorted(
  (one, other) => other.length - one.length,
)

/** Rows of keys and of signs as people run along them. */
export const runs: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()',
]
