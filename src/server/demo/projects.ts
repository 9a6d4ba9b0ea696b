import { accountNamed } from './accounts.ts'
import type { Book } from './book.ts'
import { instant } from './days.ts'
import { idOf } from './random.ts'
import { villageNamed } from './villages.ts'

/** A project of the register; what it costs stands in 万元. */
export type Project = {
  readonly id: string
  readonly name: string
  readonly type: 'keyProject' | 'beautifulVillage' | 'elderlyCare'
  readonly year: number
  readonly cost: number
  readonly owner: string
  readonly village: string | null
  readonly at: number
}

type Told = readonly [name: string, cost: number, owner: string, village?: string]

const made =
  (year: number, type: Project['type']) =>
  ([name, cost, owner, village]: Told, index: number): Project => {
    const at = instant(`${year}-01-${year === 2024 ? '04' : '06'}`, 10, index * 2)
    return { id: idOf(`project ${name}`, at), name, type, year, cost, owner, village: village ?? null, at }
  }

const key2024: readonly Told[] = [
  ['工业路改造项目', 4200, '阳城镇人民政府'],
  ['森驰汽配一期厂房项目', 9600, '森驰汽配有限公司', '双桥'],
  ['香菇交易市场项目', 5300, '阳城镇人民政府', '石盘沟'],
  ['水厂管网延伸项目', 3150, '县水务公司'],
  ['丹参育苗基地项目', 2400, '牛王庙村合作社', '牛王庙'],
  ['标准化卫生院项目', 3800, '阳城镇卫生院', '柳泉'],
  ['龙兴冶金除尘改造项目', 6900, '龙兴冶金材料有限公司', '双桥'],
  ['中心小学迁建项目', 7400, '县教体局', '槐荫'],
  ['河堤加固项目', 5400, '县水利局', '前河'],
]

/** Fourteen in 2025, 70,320 万元 together. */
const key2025: readonly Told[] = [
  ['森驰汽配扩能项目', 8600, '森驰汽配有限公司', '双桥'],
  ['鑫澄食品深加工项目', 6800, '鑫澄食品有限公司', '青石湾'],
  ['龙兴冶金节能技改项目', 9200, '龙兴冶金材料有限公司', '双桥'],
  ['牛王中药材加工基地建设项目', 4500, '牛王庙村合作社', '牛王庙'],
  ['集镇提质改造项目', 5600, '阳城镇人民政府', '柳泉'],
  ['猕猴桃冷链物流园项目', 3900, '县农投公司', '麦子坪'],
  ['香菇标准化菌棚园项目', 4200, '耀阳强村公司', '石盘沟'],
  ['阳城河支流治理项目', 3600, '县水利局', '前河'],
  ['农光互补电站项目', 7400, '县新能源公司', '桐树岭'],
  ['集镇污水处理厂扩建项目', 2860, '阳城镇人民政府', '柳泉'],
  ['通村公路提升项目', 3160, '县交通局'],
  ['高标准农田建设项目', 4300, '县农业农村局'],
  ['石材边料循环利用项目', 2900, '县建材公司', '竹林寨'],
  ['振兴村民宿集群项目', 3300, '耀阳强村公司', '云台'],
]

const beautiful2024: readonly Told[] = [
  ['柳泉村美丽乡村项目', 152, '阳城镇人民政府', '柳泉'],
  ['槐荫村美丽乡村项目', 134, '阳城镇人民政府', '槐荫'],
]

/** Three in 2025, 412 万元 together. */
const beautiful2025: readonly Told[] = [
  ['石盘沟村美丽乡村项目', 168, '阳城镇人民政府', '石盘沟'],
  ['云台村美丽乡村项目', 136, '阳城镇人民政府', '云台'],
  ['前河村美丽乡村项目', 108, '阳城镇人民政府', '前河'],
]

/** The projects of 2024 and 2025, in the order in which they were reviewed. */
export const projects: readonly Project[] = [
  ...key2024.map(made(2024, 'keyProject')),
  ...beautiful2024.map((each, index) => made(2024, 'beautifulVillage')(each, index + 10)),
  ...key2025.map(made(2025, 'keyProject')),
  ...beautiful2025.map((each, index) => made(2025, 'beautifulVillage')(each, index + 15)),
  made(2025, 'elderlyCare')(['敬老院设施改造项目', 66, '阳城镇敬老院', '白果坪'], 20),
]

/** The projects of a year and type; a later year goes on with those of 2025. */
export const projectsOf = (year: number, type: Project['type']): readonly Project[] =>
  projects.filter((each) => each.year === Math.min(year, 2025) && each.type === type)

/** The project of that name. */
export const projectNamed = (name: string): Project => {
  const found = projects.find((each) => each.name === name)
  if (!found) throw new Error(`no project ${name}`)
  return found
}

/** The register of projects, with a double that was taken out. */
export const writeProjects = (book: Book): void => {
  const supervisor = accountNamed('supervisor')
  for (const each of projects)
    book.open(
      `project ${each.name}`,
      'project',
      supervisor,
      each.at,
      {
        status: 'active',
        name: each.name,
        type: each.type,
        owner: each.owner,
        investment: each.cost * 10_000,
        from: `${each.year}-01-02`,
        ...(each.village === null ? {} : { villageId: villageNamed(each.village).id }),
      },
      each.id,
    )
  const kept = projectNamed('集镇提质改造项目')
  const double = book.open('project double', 'project', supervisor, instant('2025-03-04', 9, 12), {
    status: 'active',
    name: '集镇提升改造工程',
    type: 'keyProject',
    from: '2025-01-02',
  })
  double.edit(supervisor, instant('2025-03-04', 15, 2), {
    status: 'void',
    voidReason: '与集镇提质改造项目为同一项目',
    duplicateOf: kept.id,
  })
}
