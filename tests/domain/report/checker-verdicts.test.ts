import { describe, expect, test } from 'vitest'
import { checkReport } from '../../../src/domain/report/checker/check.ts'
import { contradictionsIn } from '../../../src/domain/report/checker/contradictions.ts'
import {
  decimal,
  decimalOf,
  endingZeros,
  isSame,
  numberOf,
  shifted,
} from '../../../src/domain/report/checker/decimals.ts'
import type { Entry } from '../../../src/domain/report/checker/entry.ts'
import type { Found } from '../../../src/domain/report/checker/found.ts'
import type { Mention } from '../../../src/domain/report/checker/mention.ts'
import { mentionsIn } from '../../../src/domain/report/checker/mentions.ts'
import { samePopulation } from '../../../src/domain/report/checker/pairs.ts'
import { meet } from '../../../src/domain/report/checker/verdicts.ts'
import { reportLedger } from '../../support/report-ledger.ts'

/** The number of a text, as it is read. */
const mention = (text: string): Mention => {
  const [first] = mentionsIn(text)
  if (!first) throw new Error(`no number in ${text}`)
  return first
}

describe('a number written and the ledger’s', () => {
  test.each([
    ['169项', 169, 'agrees'],
    ['168项', 169, 'disagrees'],
    ['170项', 169, 'disagrees'],
    ['1,200亩', 1200, 'agrees'],
    ['1.2万人次', 12_046, 'rounded'],
    ['1.2万人次', 12_000, 'agrees'],
    ['1.20万人次', 12_046, 'rounded'],
    ['1.21万人次', 12_046, 'disagrees'],
    ['1.3万人次', 12_046, 'disagrees'],
    ['860余人次', 863, 'rounded'],
    ['860余人次', 859, 'disagrees'],
    ['500余人次', 512, 'rounded'],
    ['600余人次', 512, 'disagrees'],
    ['近900人次', 863, 'rounded'],
    ['近900人次', 912, 'disagrees'],
    ['超800人次', 863, 'rounded'],
    ['800多人次', 863, 'rounded'],
    ['约900人次', 863, 'rounded'],
    ['4次以上', 4, 'agrees'],
    ['4次以上', 3, 'disagrees'],
    ['94.7%', 94.74, 'rounded'],
    ['95%', 94.74, 'rounded'],
    ['94%', 94.74, 'rounded'],
    ['93%', 94.74, 'disagrees'],
    ['94.80%', 94.74, 'disagrees'],
    ['100%', 99.9, 'disagrees'],
    ['0件', 0.4, 'disagrees'],
    ['百分之八十五', 85, 'agrees'],
    ['五十余次', 53, 'rounded'],
  ] as const)('%s against %s: %s', (written, ledger, verdict) => {
    expect(meet(mention(written), decimalOf(ledger))).toBe(verdict)
  })

  test.each([
    ['超7亿元', 70_320, 4, 'rounded'],
    ['7.03亿元', 70_320, 4, 'rounded'],
    ['7.04亿元', 70_320, 4, 'disagrees'],
    ['703,200,000元', 70_320, 4, 'agrees'],
    ['49.91万元', 49.91, 4, 'agrees'],
    ['499,100元', 49.91, 4, 'agrees'],
    ['12.6亿元', 12.6, 8, 'agrees'],
    ['1亿2600万元', 1.26, 8, 'agrees'],
  ] as const)('%s against %s of 10^%s: %s', (written, ledger, power, verdict) => {
    expect(meet(mention(written), shifted(decimalOf(ledger), power))).toBe(verdict)
  })

  test('are exact decimals: no float comes between', () => {
    expect(isSame(shifted(decimal('1.1'), 4), decimalOf(11_000))).toBe(true)
    expect(isSame(decimal('0.3'), decimalOf(0.1 + 0.2))).toBe(false)
    expect(numberOf(shifted(decimal('84.60'), 0))).toBe(84.6)
    expect(numberOf(decimalOf(1e21))).toBe(1e21)
    expect(endingZeros(decimal('3000'))).toBe(3)
    expect(endingZeros(decimal('30.0'))).toBe(0)
  })
})

const check = (text: string, known: { readonly [id: string]: number | null } = {}): readonly Found[] =>
  checkReport(text, reportLedger(known))
const verdicts = (text: string, known: { readonly [id: string]: number | null } = {}): readonly string[] =>
  check(text, known).map((one) => `${one.text} ${one.figureId} ${one.verdict}`)

describe('a change from last year', () => {
  const rate = 'administrative-dispute-resolution-rate'
  test('has the figure said before it, or in its own words, and the ledger’s change', () => {
    expect(verdicts('行政争议化解率84.6%，同比提升12个百分点。')).toEqual([
      `84.6% ${rate} agrees`,
      `12个百分点 ${rate} rounded`,
    ])
    expect(verdicts('行政争议化解率同比提高11.9个百分点。')).toEqual([`11.9个百分点 ${rate} agrees`])
    expect(check('行政争议化解率84.6%（+11.9个百分点）。')[1]).toMatchObject({
      text: '+11.9个百分点',
      value: 11.9,
      ledger: 11.9,
    })
  })

  test('that went the other way disagrees', () => {
    expect(verdicts('行政争议化解率84.6%，同比下降12个百分点。')[1]).toBe(`12个百分点 ${rate} disagrees`)
  })

  test('of a count is in per cent; what last year was is no number of this one', () => {
    const ledger = reportLedger().map((one) => (one.id === 'safety-inspections' ? { ...one, change: -5.2 } : one))
    const found = checkReport('开展安全生产检查130次，同比下降5.2%，去年为137次，比去年减少7次。', ledger)
    expect(found.map((one) => [one.text, one.figureId, one.verdict, one.ledger])).toEqual([
      ['130次', 'safety-inspections', 'agrees', 130],
      ['5.2%', 'safety-inspections', 'agrees', -5.2],
      ['137次', null, 'notKept', undefined],
      ['7次', null, 'notKept', undefined],
    ])
    expect(verdicts('行政争议化解率由72.7%提升至84.6%。')).toEqual(['72.7% null notKept', `84.6% ${rate} agrees`])
  })
})

describe('what contradicts', () => {
  const two = '办理执法证件年审7个。全镇现有执法人员9名。'
  test('is a pair of figures that count the same people', () => {
    expect(samePopulation).toContainEqual(['certificates-reviewed', 'enforcement-officers'])
    const [reviewed, officers] = check(two)
    expect(reviewed).toMatchObject({ verdict: 'contradicts', with: officers?.start, ledger: 7 })
    expect(officers).toMatchObject({ verdict: 'contradicts', with: reviewed?.start, ledger: 9 })
    expect(verdicts(two.replace('7个', '9个'), { 'certificates-reviewed': 9 })).toEqual([
      '9个 certificates-reviewed agrees',
      '9名 enforcement-officers agrees',
    ])
  })

  test('yields to what disagrees with the ledger: the other side stands', () => {
    expect(verdicts(two.replace('7个', '8个'))).toEqual([
      '8个 certificates-reviewed disagrees',
      '9名 enforcement-officers agrees',
    ])
    expect(verdicts('整改隐患169项。全年整改隐患196项。')).toEqual([
      '169项 hazards-rectified agrees',
      '196项 hazards-rectified disagrees',
    ])
  })

  test('is one figure said twice and differently, where the ledger doesn’t know it', () => {
    const [first, second] = check('整改隐患169项。全年整改隐患196项。', { 'hazards-rectified': null })
    expect(first).toMatchObject({ verdict: 'contradicts', with: second?.start })
    expect(second).toMatchObject({ verdict: 'contradicts', with: first?.start })
    expect(verdicts('整改隐患169项。全年整改隐患160余项。', { 'hazards-rectified': null })).toEqual([
      '169项 hazards-rectified notKept',
      '160余项 hazards-rectified notKept',
    ])
  })

  test('is nothing that isn’t of a figure', () => {
    const entry: Entry = {
      mention: mention('3项'),
      value: 3,
      unit: '项',
      figureId: null,
      isChange: false,
      verdict: 'notKept',
      ledger: null,
    }
    expect(contradictionsIn([entry, { ...entry, mention: mention('4项') }]).size).toBe(0)
  })
})

test('a figure whose value isn’t known keeps its id and is not kept; a ledger without it has none', () => {
  expect(check('整改隐患169项。', { 'hazards-rectified': null })).toEqual([
    { start: 4, end: 8, text: '169项', value: 169, unit: '项', figureId: 'hazards-rectified', verdict: 'notKept' },
  ])
  expect(checkReport('整改隐患169项，未发生粗暴执法。', [])).toMatchObject([{ figureId: null, verdict: 'notKept' }])
})

test('offsets are the draft’s own, whatever it was typed with', () => {
  const text = '𠮷 “整改” 隐患 １６９ 项 。'
  expect(check(text)).toMatchObject([{ text: '１６９ 项', start: text.indexOf('１'), verdict: 'agrees' }])
})
