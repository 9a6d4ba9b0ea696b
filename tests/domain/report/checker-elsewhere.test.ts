import { expect, test } from 'vitest'
import { checkReport } from '../../../src/domain/report/checker/check.ts'
import { readMarked } from '../../support/marked-report.ts'
import { reportLedger } from '../../support/report-ledger.ts'

// Two townships of our invention, written after the words were: other words, another order, one all in numerals.
test.each(['report-elsewhere-1.txt', 'report-elsewhere-2.txt'])(
  'a report never seen, %s, is read to its last number',
  (name) => {
    const { text, marked } = readMarked(name)
    const read = checkReport(text, reportLedger()).map((one) => ({
      start: one.start,
      text: one.text,
      figureId: one.figureId,
    }))
    expect(read).toEqual(marked)
  },
)

test('its numbers are held to its own ledger', () => {
  const { text } = readMarked('report-elsewhere-2.txt')
  const ledger = reportLedger({
    'publicity-audience': 23_000,
    'safety-inspections': 110,
    'mediation-success-rate': 96.34,
    'key-projects-investment': 29_800,
    'administrative-inspections': 41,
    'beautiful-village-investment': 200,
  })
  const verdicts = new Map(checkReport(text, ledger).map((one) => [one.text, one.verdict]))
  expect(verdicts.get('两万三千余人次')).toBe('agrees')
  expect(verdicts.get('一百一十次')).toBe('agrees')
  expect(verdicts.get('百分之九十六点三')).toBe('rounded')
  expect(verdicts.get('约三亿元')).toBe('rounded')
  expect(verdicts.get('四十二次')).toBe('disagrees')
  expect(verdicts.get('两百万元')).toBe('agrees')
})
