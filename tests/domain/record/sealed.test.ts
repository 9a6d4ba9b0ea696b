import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isSealed,
  parseSealed,
  parseSealedChange,
  recoveryAad,
  recoveryInfo,
  sealAad,
  sealedAlg,
  sealInfo,
} from '../../../src/domain/record/sealed.ts'

const id = '0195c3a0-0000-7000-8000-000000000001'
const sealed = { alg: sealedAlg, keyId: 'k1', user: 'u', enc: 'AA_-', ct: 'AAAA' }

it('what is sealed is bound to what it is and whose', () => {
  expect(sealInfo).toBe('gridbook outbox 1')
  expect(sealAad('t', 'u', 'c')).toBe('t|u|c')
  expect(recoveryInfo).toBe('gridbook recovery 1')
  expect(recoveryAad('t', 'u')).toBe('t|u')
})

it('an item with `sealed` and no `set` is a sealed one', () => {
  expect([{ sealed: 1 }, { id, sealed }].map(isSealed)).toEqual([true, true])
  expect([null, [], 'sealed', { set: {} }, { sealed, set: {} }].map(isSealed)).toEqual(Array(5).fill(false))
})

describe('parseSealedChange', () => {
  it('reads one of the right shape', () => {
    expect(parseSealedChange({ id, sealed })).toEqual({ ok: true, item: { id, sealed } })
  })
  it.each<[string, Record<string, unknown>, string | null, string, string]>([
    ['no id', { sealed }, null, '/id', 'badId'],
    ['an id in capitals', { id: id.toUpperCase().replace('8', 'A'), sealed }, null, '/id', 'badId'],
    ['something beside', { id, sealed, kind: 'inspection' }, id, '/sealed', 'badChange'],
    ['nothing sealed', { id, sealed: null }, id, '/sealed', 'badChange'],
    ['a list', { id, sealed: [sealed] }, id, '/sealed', 'badChange'],
    ['no key', { id, sealed: { ...sealed, keyId: 7 } }, id, '/sealed', 'badChange'],
    ['no user', { id, sealed: { ...sealed, user: null } }, id, '/sealed', 'badChange'],
    ['other letters', { id, sealed: { ...sealed, ct: 'AA+/' } }, id, '/sealed', 'badChange'],
    ['padding', { id, sealed: { ...sealed, enc: 'AA==' } }, id, '/sealed', 'badChange'],
    ['something more inside', { id, sealed: { ...sealed, by: 'x' } }, id, '/sealed', 'badChange'],
    ['another algorithm', { id, sealed: { ...sealed, alg: 'sm2' } }, id, '/sealed/keyId', 'unknownKey'],
  ])('refuses %s', (_, item, changeId, path, code) => {
    expect(parseSealedChange(item)).toEqual({ ok: false, changeId, problem: { path, code } })
  })
  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (one, other) => {
        expect(parseSealedChange({ id: one, sealed: other }).ok).toBe(false)
        expect(parseSealed(other)).toHaveProperty('problem')
      }),
    )
  })
})
