import { expect, test } from 'vitest'
import { besideOf } from '../../../src/domain/report/beside.ts'
import { isTyped } from '../../../src/domain/report/figure.ts'
import { figures } from '../../../src/domain/report/figures.ts'
import { needOf } from '../../../src/domain/report/totals.ts'

test('the certificates reviewed and the officers stand beside each other, with the reason in both languages', () => {
  const [other] = besideOf('certificates-reviewed')
  expect(other).toMatchObject({ id: 'enforcement-officers' })
  expect(besideOf('enforcement-officers')).toEqual([{ id: 'certificates-reviewed', reason: other?.reason }])
  expect(other?.reason.zh).toContain('可以不等')
  expect(other?.reason.en).toContain('may differ')
})

test('whatever stands beside a figure is a figure, and points back', () => {
  const ids = new Set(figures.map(({ id }) => id))
  const beside = figures.flatMap(({ id }) => besideOf(id).map((other) => ({ id, other: other.id })))
  expect(beside.length).toBeGreaterThan(0)
  for (const { id, other } of beside) {
    expect(ids).toContain(other)
    expect(besideOf(other).map((one) => one.id)).toContain(id)
  }
})

test('nothing is planned of inspections, penalties or fines', () => {
  const planned = figures.flatMap(({ expression }) =>
    isTyped(expression) && expression.typed === 'plan' ? [needOf(expression.progress).measure] : [],
  )
  expect(planned.length).toBeGreaterThan(0)
  for (const measure of planned) expect(measure).not.toMatch(/^(inspections|penalties|hazards|guidances)/)
})
