import { addDays } from '../../domain/calendar/day.ts'
import { accountNamed } from './accounts.ts'
import type { Book, Page } from './book.ts'
import { workdayFrom } from './days.ts'
import { on, step, tell, voidNext } from './tell.ts'

const reviewer = accountNamed('reviewer')

type Told = readonly [title: string, drafter: string, basis: string, issued: string]

const told: readonly Told[] = [
  ['农村宅基地审批管理实施细则', '自然资源所', '土地管理法、河南省农村宅基地和村民自建住房管理办法', '2024-03-28'],
  ['集镇临时摊点管理规定', '集镇建设办', '河南省城市市容和环境卫生管理条例', '2024-05-30'],
  ['小型水利设施管护办法', '水利站', '河南省农田水利条例', '2024-07-25'],
  ['村级公益性岗位管理办法', '民生保障办', '就业补助资金管理办法', '2024-09-26'],
  ['秸秆禁烧和综合利用规定', '农业服务中心', '大气污染防治法、河南省大气污染防治条例', '2024-11-07'],
  ['畜禽养殖污染防治管理规定', '农业服务中心', '畜禽规模养殖污染防治条例', '2025-02-27'],
  ['农村人居环境长效管护办法', '乡村建设办', '乡村振兴促进法、河南省乡村振兴促进条例', '2025-04-24'],
  ['土地流转合同管理办法', '农业服务中心', '农村土地承包法、农村土地经营权流转管理办法', '2025-06-19'],
  ['自建房施工安全管理规定', '集镇建设办', '河南省农村宅基地和村民自建住房管理办法', '2025-08-28'],
  ['临时救助资金发放管理办法', '民生保障办', '社会救助暂行办法', '2025-10-16'],
]

/** How far a document had come, so far as it has. */
type Until = 'reviewed' | 'published' | 'filed'

const near = (day: string, days: number): string => workdayFrom(addDays(day, days))

const write = (book: Book, [title, drafter, basis, issuedOn]: Told, place: number, until: Until = 'filed'): Page => {
  const year = issuedOn.slice(0, 4)
  const draftedOn = near(issuedOn, -48)
  const page = tell(book, 'normativeDocument', `${year} ${title}`, reviewer, draftedOn, {
    status: 'drafted',
    title: `阳城镇${title}`,
    draftedOn,
    draftNumber: `送审稿${year}-${place}`,
    drafter,
    basis,
    consulted: '征求15个村和有关站所意见，公开征求意见15日',
  })
  const reviewedOn = near(issuedOn, -26)
  step(page, reviewer, reviewedOn, {
    status: 'reviewed',
    reviewedOn,
    reviewNumber: `阳法审〔${year}〕规${place}号`,
    opinion: '制定主体和程序合法，删去增设许可的一条后合法。',
  })
  const lawfulOn = near(issuedOn, -21)
  step(page, reviewer, lawfulOn, { lawfulOn }, '已按意见修改')
  if (until === 'reviewed') return page
  const discussedOn = near(issuedOn, -8)
  step(page, reviewer, discussedOn, {
    status: 'discussed',
    discussedOn,
    discussionNumber: `阳会纪〔${year}〕${place * 3}号`,
  })
  const issueNumber = `阳政规〔${year}〕${place}号`
  step(page, reviewer, issuedOn, {
    status: 'issued',
    issuedOn,
    issueNumber,
    validUntil: `${Number(year) + 5}${issuedOn.slice(4)}`,
  })
  const publishedOn = near(issuedOn, 3)
  step(page, reviewer, publishedOn, {
    status: 'published',
    publishedOn,
    publishedNumber: `YC-${year}-${String(place * 7).padStart(4, '0')}`,
    publishedAt: '县政府网站、镇村公开栏',
  })
  if (until === 'published') return page
  const filedOn = near(issuedOn, 13)
  step(page, reviewer, filedOn, { status: 'filed', filedOn, filingNumber: `西备〔${year}〕${place * 11}号` })
  return page
}

/** Five a year, through every step; the last of 2024 was never filed. One a year since. */
export const writeNormativeDocuments = (book: Book, year: number): void => {
  const own = told.filter(([, , , issued]) => issued.startsWith(String(year)))
  own.forEach((each, index) => write(book, each, index + 1, year === 2024 && index === 4 ? 'published' : 'filed'))
  if (year > 2025)
    write(book, ['村级公共资源交易管理办法', '财政所', '河南省村级公共资源交易管理规定', on(year, '05-21')], 1)
  if (year !== 2025) return
  write(book, ['农村集体资产管理办法', '财政所', '农村集体经济组织法', '2026-01-22'], 2)
  write(book, ['集镇停车管理规定', '集镇建设办', '道路交通安全法', '2025-12-30'], 6, 'reviewed')
  const withdrawn = write(book, ['红白事简办规定', '民生保障办', '村民自治章程', '2025-07-31'], 7, 'reviewed')
  voidNext(withdrawn, '2025-07-14', '属村规民约范围，不作规范性文件')
  tell(book, 'normativeDocument', 'draft', reviewer, '2025-12-17', {
    status: 'draft',
    title: '阳城镇沿河餐饮管理规定',
    drafter: '集镇建设办',
    draftedOn: '2025-12-17',
  })
}
