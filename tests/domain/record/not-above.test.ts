import { expect, test } from 'vitest'
import type { Kind } from '../../../src/domain/kinds/kind.ts'
import { ruleProblems } from '../../../src/domain/record/rules.ts'
import { kind, registers } from '../../support/make.ts'

const label = (zh: string, en: string): Kind['label'] => ({ zh, en })
const counted: Kind = {
  ...kind('village'),
  fields: [
    { name: 'given', type: 'integer', label: label('建议', 'Given') },
    { name: 'adopted', type: 'integer', label: label('采纳', 'Adopted') },
  ],
  rules: [{ rule: 'notAbove', field: 'adopted', limit: 'given' }],
}
const problems = (data: { readonly [name: string]: number }): readonly unknown[] =>
  ruleProblems(counted, data, { today: '2026-05-01', registers })

test('a part above its whole is refused at its field, with the whole in the words', () => {
  expect(problems({ given: 3, adopted: 4 })).toEqual([
    { path: '/set/adopted', code: 'outOfRange', params: { zh: '建议', en: 'Given', max: 3 } },
  ])
  expect(problems({ adopted: 1 })).toMatchObject([{ path: '/set/adopted', params: { max: 0 } }])
})

test('a part up to its whole stands, and so does one that is not given', () => {
  expect(problems({ given: 3, adopted: 3 })).toEqual([])
  expect(problems({ given: 3 })).toEqual([])
})
