import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../src/domain/report/checker/check.ts'
import type { Found } from '../../../src/domain/report/checker/found.ts'
import { reportLedger } from '../../support/report-ledger.ts'

/** Every number of the report of 2025 as a person reads it: its place, the figure, the verdict against the demo year. */
const numbers: readonly (readonly [place: string, figureId: string, verdict: string])[] = [
  ['理论学习中心组学习【4次】', 'central-group-study-sessions', 'agrees'],
  ['两委”干部法治培训【2场】', 'cadre-law-trainings', 'agrees'],
  [',开展“法治课堂”【12期】', 'law-classes', 'agrees'],
  ['2期,覆盖镇村干部【860余人次】', 'law-class-attendance', 'rounded'],
  ['明确【15项】重点任务及分工', 'key-tasks-assigned', 'agrees'],
  ['人听取法治工作汇报【3次】', 'leader-briefings', 'agrees'],
  ['保护执法等难点问题【5件】', 'hard-problems-solved', 'agrees'],
  [',确保法治建设贯穿【12.6亿元】工业总值攻坚、', 'industrial-output', 'agrees'],
  ['亿元工业总值攻坚、【753万元】中心村项目等重', 'central-village-project', 'agrees'],
  ['单,压减非必要事项【19项】(压减率34.', 'power-items-cut', 'agrees'],
  ['事项19项(压减率【34.5%】)', 'power-items-cut-rate', 'agrees'],
  ['免罚”清单,对全镇【194家】企业开展柔性检', 'enterprises-soft-inspected', 'agrees'],
  ['业,整改安全隐患,【未发生】粗暴、过度执法', 'rough-enforcement-complaints', 'agrees'],
  ['法治联络员制度,为【22家】规上企业配备专', 'enterprises-with-liaison', 'agrees'],
  ['络员,提供法律咨询【26次】', 'liaison-consultations', 'agrees'],
  ['化解合同、劳资纠纷【8件】', 'enterprise-disputes-resolved', 'agrees'],
  ['员参加法律法规培训【4次】', 'officer-law-trainings', 'agrees'],
  ['训4次,参训人员达【120人次】', 'officer-law-training-attendance', 'agrees'],
  ['理行政执法证件年审【7个】', 'certificates-reviewed', 'contradicts'],
  ['年累计开展行政检查【50余次】、行政指导3次', 'administrative-inspections', 'rounded'],
  ['50余次、行政指导【3次】、行政处罚案件', 'administrative-guidance', 'agrees'],
  ['3次、行政处罚案件【5件】', 'penalty-cases', 'agrees'],
  ['案卷评查,评查案卷【5卷】', 'case-files-reviewed', 'agrees'],
  ['纠正不规范执法行为【2起】', 'irregular-acts-corrected', 'agrees'],
  ['行为2起,所有案卷【均】达到合格标准', 'case-files-qualified-rate', 'agrees'],
  ['组织【7名】执法人员参加县', 'county-training-officers', 'agrees'],
  ['法人员参加县级培训【3场】、镇内案例研讨', 'county-trainings', 'agrees'],
  ['3场、镇内案例研讨【3次】', 'case-discussions', 'agrees'],
  ['学,执法人员持证率【100%】', 'certificate-holding-rate', 'agrees'],
  ['聘请【2名】人大代表、政协', 'monitors-appointed', 'agrees'],
  ['督员,开展监督检查【12次】', 'monitor-inspections', 'agrees'],
  ['查12次,核查案卷【3卷】', 'monitor-case-files-checked', 'agrees'],
  ['改装订不规范等问题【6项】', 'monitor-problems-rectified', 'agrees'],
  ['6项,案卷合格率达【100%】', 'monitor-case-files-qualified-rate', 'agrees'],
  ['扎实推进“【五个一】”工作机制', 'five-ones', 'agrees'],
  ['开府院联动联席会议【4次】', 'joint-meetings', 'agrees'],
  ['县法院开展巡回审判【3场】', 'circuit-trials', 'agrees'],
  ['审判3场,覆盖群众【500余人次】', 'circuit-trial-attendance', 'rounded'],
  ['村振兴项目相关争议【11件】', 'administrative-disputes-resolved', 'agrees'],
  ['争议11件,化解率【84.6%】(同比提升12', 'administrative-dispute-resolution-rate', 'agrees'],
  ['4.6%(同比提升【12个百分点】)', 'administrative-dispute-resolution-rate', 'rounded'],
  ['履行生效判决,全年【10件】涉镇政府司法案', 'government-judgments-performed', 'agrees'],
  ['部履行到位,履行率【100%】', 'government-judgments-performance-rate', 'agrees'],
  ['官下沉网格指导调解【20次】', 'judge-guided-mediations', 'agrees'],
  ['化解邻里、劳务纠纷【72件】', 'disputes-mediated', 'agrees'],
  ['72件,调解成功率【94.74%】', 'mediation-success-rate', 'agrees'],
  ['94.74%,保障【15个】村“两委”换届', 'villages', 'agrees'],
  ['”全流程,所有文件【均】经合法性审核和', 'normative-documents-discussion-rate', 'agrees'],
  ['备案率、公开率均达【100%】', 'normative-documents-legality-rate', 'agrees'],
  ['备案率、公开率均达【100%】', 'normative-documents-filing-rate', 'agrees'],
  ['备案率、公开率均达【100%】', 'normative-documents-publication-rate', 'agrees'],
  ['法制审核,将总投资【超7亿元】的14个市县重', 'key-projects-investment', 'rounded'],
  ['将总投资超7亿元的【14个】市县重点项目、', 'key-projects-reviewed', 'agrees'],
  ['4个市县重点项目、【400余万元】美丽乡村项目、', 'beautiful-village-investment', 'rounded'],
  ['万元美丽乡村项目、【66万元】养老设施改造等', 'elderly-care-investment', 'agrees'],
  ['万元养老设施改造等【23项】决策纳入审核', 'decisions-reviewed', 'agrees'],
  ['纳入审核,出具意见【23份】、风险建议31', 'review-opinions', 'agrees'],
  ['见23份、风险建议【31条】', 'risk-advice', 'agrees'],
  ['、风险建议31条,【均】被采纳', 'risk-advice-adoption-rate', 'agrees'],
  ['中药材加工基地建设【2项】决策开展后评估', 'post-decision-evaluations', 'agrees'],
  ['评估,优化管理措施【4项】', 'measures-optimised', 'agrees'],
  ['商、土地流转流程,【8个】招引项目均通过', 'investment-projects-reviewed', 'agrees'],
  ['均通过合法性审查,【650亩】猕猴桃基地、2', 'land-transfer-kiwi', 'agrees'],
  ['50亩猕猴桃基地、【2000亩】中药材基地土地', 'land-transfer-herbs', 'agrees'],
  ['土地流转合同规范,【无】信访纠纷', 'land-transfer-petitions', 'agrees'],
  ['整治,拆除残垣断壁【19处】、整改排污口7', 'ruins-demolished', 'agrees'],
  ['19处、整改排污口【7个】', 'outlets-rectified', 'agrees'],
  ['营,保障产业园带动【9个】村集体经济增收', 'villages-collective-income', 'agrees'],
  ['法发放各类救助资金【49.91万元】', 'relief-funds', 'agrees'],
  [',开展安全生产检查【130次】、整改隐患16', 'safety-inspections', 'agrees'],
  ['130次、整改隐患【169项】', 'hazards-rectified', 'agrees'],
  ['排查畜禽养殖场户【6家】、整改问题9起', 'livestock-farms-checked', 'agrees'],
  ['场户6家、整改问题【9起】', 'livestock-problems-rectified', 'agrees'],
  ['整改【37个】堆土区图斑、1', 'soil-heap-parcels-rectified', 'agrees'],
  ['37个堆土区图斑、【17个】卫片执法图斑', 'satellite-parcels-rectified', 'agrees'],
  ['开展普法宣传【25场】、覆盖1.2万', 'publicity-events', 'agrees'],
  ['法宣传25场、覆盖【1.2万人次】', 'publicity-audience', 'rounded'],
  ['层执法专业化不足,【9名】执法人员中仅3', 'enforcement-officers', 'contradicts'],
  [',9名执法人员中仅【3人】具备交通、消防', 'professional-officers', 'agrees'],
  ['治宣传针对性弱,对【194家】企业、120余', 'enterprises-registered', 'agrees'],
  [',对194家企业、【120余万袋】香菇种植户等群', 'mushroom-bags', 'rounded'],
  ['级专家开展专题授课【2场】', 'expert-lectures', 'agrees'],
  ['选派【3名】执法人员跟班学', 'officers-shadowing', 'agrees'],
  ['例处置正确率提升至【85%】', 'professional-case-accuracy', 'agrees'],
  ['是优化精准普法,为【13家】规上企业定制合', 'compliance-manuals', 'agrees'],
  ['开展种植户权益宣讲【4场】', 'grower-talks', 'agrees'],
  ['体小组,制作短视频【12条】', 'short-videos', 'agrees'],
  ['频12条,推送覆盖【3000余人次】', 'video-reach', 'rounded'],
  ['目研判前置机制,将【14个】市县重点项目纳', 'joint-studied-projects', 'agrees'],
  ['通道,新增调解人员【5名】', 'new-mediators', 'agrees'],
  ['5名,移送效率提升【40%】', 'clue-transfer-efficiency-gain', 'agrees'],
  [',提前化解潜在争议【6件】', 'latent-disputes-dissolved', 'agrees'],
  [',计划年度专题学习【4次以上】', 'planned-study-sessions', 'agrees'],
  ['建立专业案例库,【每季度】开展质量评查', 'quarterly-quality-reviews', 'agrees'],
  ['产等领域联合执法,【每月】召开研判会', 'monthly-joint-meetings', 'agrees'],
]

const report = readFileSync(new URL('../fixtures/report-2025.txt', import.meta.url), 'utf8')
const ledger = reportLedger()
const found = checkReport(report, ledger)
const named = (id: string, list = found): readonly Found[] => list.filter((one) => one.figureId === id)

test('each number of the report is found, meant right and judged right, and nothing else is', () => {
  const at = (one: Found, place: string): boolean => {
    const [before = '', rest = ''] = place.split('【')
    const [number = '', after = ''] = rest.split('】')
    return (
      one.text === number &&
      report.slice(one.start, one.end) === number &&
      report.slice(0, one.start).endsWith(before) &&
      report.slice(one.end).startsWith(after)
    )
  }
  const read = found.map((one, n) => [
    at(one, numbers[n]?.[0] ?? '') ? numbers[n]?.[0] : one,
    one.figureId,
    one.verdict,
  ])
  expect(read).toEqual(numbers)
})

test('all 94 figures are recognised', () => {
  expect(new Set(found.map((one) => one.figureId))).toEqual(new Set(ledger.map((one) => one.id)))
})

describe('an entry says', () => {
  test('the value as written, the unit with its scale, and the ledger’s value in the figure’s own unit', () => {
    expect(named('publicity-audience')).toMatchObject([
      { text: '1.2万人次', value: 1.2, unit: '万人次', ledger: 12046 },
    ])
    expect(named('key-projects-investment')).toMatchObject([{ text: '超7亿元', value: 7, unit: '亿元', ledger: 70320 }])
    expect(named('mushroom-bags')).toMatchObject([{ text: '120余万袋', value: 120, unit: '万袋', ledger: 123 }])
  })

  test('of words what they say, in the figure’s unit', () => {
    expect(named('rough-enforcement-complaints')).toMatchObject([{ value: 0, unit: '起' }])
    expect(named('risk-advice-adoption-rate')).toMatchObject([{ value: 100, unit: '%' }])
    expect(named('five-ones')).toMatchObject([{ value: 5, unit: '项' }])
    expect(named('quarterly-quality-reviews')).toMatchObject([{ value: 4, unit: '次' }])
    expect(named('monthly-joint-meetings')).toMatchObject([{ value: 12, unit: '次' }])
  })

  test('of a change its figure, and the ledger’s change', () => {
    const [rate, change] = named('administrative-dispute-resolution-rate')
    expect(rate).toMatchObject({ value: 84.6, unit: '%', ledger: 84.6 })
    expect(change).toMatchObject({ value: 12, unit: '个百分点', ledger: 11.9 })
  })

  test('of the officers, 9 here and 7 there, where the other stands', () => {
    const [reviewed] = named('certificates-reviewed')
    const [officers] = named('enforcement-officers')
    expect(reviewed).toMatchObject({ verdict: 'contradicts', with: officers?.start })
    expect(officers).toMatchObject({ verdict: 'contradicts', with: reviewed?.start })
  })
})

/** The numbers written in digits, each once: those that can be typed wrong. */
const written = [...new Map(found.map((one) => [one.start, one])).values()].filter((one) => /\d/.test(one.text))

/** Another number in the same shape, far enough from the first that no rounding makes them one. */
const wrong = (text: string, by: number): string => {
  const digits = /[\d.]+/.exec(text)?.[0] ?? ''
  const [whole = '', decimals] = digits.split('.')
  const step = /[余超]/.test(text) ? 10 ** (/0*$/.exec(whole)?.[0].length ?? 0) : 1
  return text.replace(digits, `${Number(whole) + by * step}${decimals === undefined ? '' : `.${decimals}`}`)
}

const change = (places: readonly (readonly [Found, number])[]): string => {
  let [text, last] = ['', 0]
  for (const [one, by] of places.toSorted(([a], [b]) => a.start - b.start)) {
    text += report.slice(last, one.start) + wrong(one.text, by)
    last = one.end
  }
  return text + report.slice(last)
}

test('any ten numbers changed are named, and no others', () => {
  const ten = fc.tuple(
    fc.shuffledSubarray([...written], { minLength: 10, maxLength: 10 }),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 10, maxLength: 10 }),
  )
  fc.assert(
    fc.property(ten, ([places, by]) => {
      const changed = checkReport(change(places.map((one, n) => [one, by[n] ?? 1])), ledger)
      const disagreeing = changed.flatMap((one, n) => (one.verdict === 'disagrees' ? [found[n]?.start] : []))
      expect(new Set(disagreeing)).toEqual(new Set(places.map((one) => one.start)))
    }),
    { numRuns: 300 },
  )
})

test('words decide, not values: whatever stands there, the same figures are meant', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: written.length, maxLength: written.length }),
      (by) => {
        const changed = checkReport(change(written.map((one, n) => [one, by[n] ?? 1])), ledger)
        expect(changed.map((one) => one.figureId)).toEqual(found.map((one) => one.figureId))
      },
    ),
    { numRuns: 100 },
  )
})

test('a ledger with other values is met by the same figures', () => {
  const other = reportLedger(Object.fromEntries(ledger.map((one, n) => [one.id, n * 7 + 1])))
  expect(checkReport(report, other).map((one) => one.figureId)).toEqual(found.map((one) => one.figureId))
})

test('sentences in another order are read as well', () => {
  const lines = report.split('\n').map((line) => line.split(/(?<=。)/))
  const sentences = lines
    .filter((line) => line.length > 1)
    .flatMap((line) => line.map((one) => one.replace(/(?<!。)$/, '。')))
  const expected = found.map((one) => `${one.text} ${one.figureId}`).toSorted()
  fc.assert(
    fc.property(fc.shuffledSubarray(sentences, { minLength: sentences.length }), (shuffled) => {
      let next = 0
      const text = lines
        .map((line) => (line.length > 1 ? line.map(() => shuffled[next++] ?? '').join('') : line.join('')))
        .join('\n')
      expect(
        checkReport(text, ledger)
          .map((one) => `${one.text} ${one.figureId}`)
          .toSorted(),
      ).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})

/** Breaks a line after so many full widths, as a page does. */
const wrap = (line: string, most: number): string => {
  let [text, width] = ['', 0]
  for (const one of line) {
    width += one.charCodeAt(0) < 256 ? 0.5 : 1
    if (width > most) text += '\n'
    if (width > most) width = 1
    text += one
  }
  return text
}

test('the same report as it comes out of other programs is read alike', () => {
  const ids = found.map((one) => one.figureId)
  const wide = report.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
  expect(checkReport(wide, ledger).map((one) => one.figureId)).toEqual(ids)
  const spaced = report.replace(/(\d)(?=[^\d.,])/g, '$1 ').replace(/([^\d.])(?=\d)/g, '$1 ')
  expect(checkReport(spaced, ledger).map((one) => one.figureId)).toEqual(ids)
  const windows = report.replaceAll('\n', '\r\n')
  expect(checkReport(windows, ledger).map((one) => one.figureId)).toEqual(ids)
  const wrapped = report
    .split('\n')
    .map((line) => wrap(line, 28))
    .join('\n')
  expect(checkReport(wrapped, ledger).map((one) => one.figureId)).toEqual(ids)
  for (const text of [wide, spaced, windows, wrapped])
    for (const one of checkReport(text, ledger)) expect(one.text).toBe(text.slice(one.start, one.end))
})

test('a megabyte is answered, and a text without any number', () => {
  const copies = Math.ceil(1_048_576 / report.length)
  expect(checkReport(report.repeat(copies), ledger).length).toBeGreaterThanOrEqual(copies * 90)
  expect(checkReport('深入推进依法行政，整改安全隐患。'.repeat(65_536), ledger)).toEqual([])
  expect(checkReport('', ledger)).toEqual([])
}, 60_000)

test('words that say a number are changed as well as digits are', () => {
  const changed = (from: string, to: string): readonly string[] =>
    checkReport(report.replace(from, to), ledger).flatMap((one) =>
      one.verdict === 'disagrees' ? [`${one.text} ${one.figureId} ${one.value}`] : [],
    )
  expect(changed('“五个一”', '“六个一”')).toEqual(['六个一 five-ones 6'])
  expect(changed('每月召开', '每季度召开')).toEqual(['每季度 monthly-joint-meetings 4'])
  expect(changed('每季度开展', '每半年开展')).toEqual(['每半年 quarterly-quality-reviews 2'])
  expect(changed('无信访纠纷', '信访纠纷1件')).toEqual(['1件 land-transfer-petitions 1'])
  expect(changed('未发生粗暴', '发生2起粗暴')).toEqual(['2起 rough-enforcement-complaints 2'])
  expect(changed('均被采纳', '采纳率90%')).toEqual(['90% risk-advice-adoption-rate 90'])
})
