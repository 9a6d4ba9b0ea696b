import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kinds } from '../../../src/domain/kinds/all.ts'
import { checkValue, partyFields, pointer } from '../../../src/domain/record/check-value.ts'
import { isId } from '../../../src/domain/record/ids.ts'
import { canonical, same } from '../../../src/domain/record/canonical.ts'
import { halfWidth, isStorable, lengthOf, readNumber } from '../../../src/domain/record/characters.ts'
import { isCreditCode, isIdNumber } from '../../../src/domain/record/check-digits.ts'
import { parseChange } from '../../../src/domain/record/parse.ts'
import { recordProblems, valueProblems } from '../../../src/domain/record/validate.ts'
import type { Data } from '../../../src/domain/value.ts'
import { creation, inspectionData, kind, registers } from '../../support/make.ts'

const problems = (name: string, set: Data): readonly string[] =>
  valueProblems(kind(name), set).map((problem) => `${problem.path} ${problem.code}`)

test('values are judged as they are, never coerced', () => {
  expect(problems('inspection', { certificatesShown: 'true' })).toEqual(['/set/certificatesShown wrongType'])
  expect(problems('inspection', { date: '2026-02-30' })).toEqual(['/set/date wrongType'])
  expect(problems('inspection', { date: 20260305 })).toEqual(['/set/date wrongType'])
  expect(problems('inspection', { programme: 'unheardOf' })).toEqual(['/set/programme badChoice'])
  expect(problems('inspection', { villageId: '石盘沟' })).toEqual(['/set/villageId badId'])
  expect(problems('inspection', { officers: ['x', 3] })).toEqual(['/set/officers/0 badId', '/set/officers/1 wrongType'])
  expect(problems('inspection', { colour: 'red', 'a/b~': 1 })).toEqual([
    '/set/colour unknownField',
    '/set/a~1b~0 unknownField',
  ])
  expect(problems('township', { yearlyCap: '4' })).toEqual(['/set/yearlyCap wrongType'])
  expect(problems('township', { yearlyCap: 4.5 })).toEqual(['/set/yearlyCap wrongType'])
  expect(problems('township', { yearlyCap: 999 })).toEqual(['/set/yearlyCap outOfRange'])
  expect(problems('village', { code: '41132310020' })).toEqual(['/set/code badText'])
  expect(problems('inspection', { approval: { by: 5, chief: 'x' } })).toEqual([
    '/set/approval/by wrongType',
    '/set/approval/chief unknownField',
  ])
  expect(problems('inspection', { location: { lat: 33.3 } })).toEqual(['/set/location/lng required'])
  expect(problems('inspection', { date: null })).toEqual([])
})

test('U+0000 and lone surrogates are a problem at their field; rare characters and names with dots are none', () => {
  expect(problems('inspection', { placeName: 'a\u0000b' })).toEqual(['/set/placeName badText'])
  expect(problems('mediation', { parties: [{ name: '\ud800', side: 'A' }] })).toEqual(['/set/parties/0/name badText'])
  expect(
    problems('mediation', {
      parties: [
        { name: '阿依古丽·买买提', side: 'A' },
        { name: '𬍛䶮', side: 'B' },
      ],
    }),
  ).toEqual([])
  expect(isStorable('𬍛')).toBe(true)
  expect(lengthOf('䶮𬍛')).toBe(2)
})

test('two things that claim to be one and differ are refused: where lists meet, one of them would be lost', () => {
  const photo = (name: string): Data => ({ hash: 'h', name, size: 1 })
  const party = (phone: string): Data => ({ name: '张伟', side: 'A', phone })
  expect(problems('inspection', { photos: [photo('a'), photo('b')] })).toEqual(['/set/photos/1 badChoice'])
  expect(problems('mediation', { parties: [party('1'), party('2')] })).toEqual(['/set/parties/1 badChoice'])
  expect(problems('mediation', { parties: [party('1'), party('1')] })).toEqual([])
  expect(problems('mediation', { parties: [{ ...party('1'), id: 'p' }, party('2')] })).toEqual([])
})

test('a blank pad is never a signature', () => {
  const sign = (path: string): Data => ({
    signature: { width: 320, height: 120, path, signedAt: '2026-03-06T10:20:00+08:00' },
  })
  expect(problems('inspection', sign(''))).toEqual(['/set/signature/path badText'])
  expect(problems('inspection', sign('M10 60 L60 20'))).toEqual([])
})

test('lengths count code points and are told, never cut', () => {
  expect(problems('inspection', { placeName: '𬍛'.repeat(100) })).toEqual([])
  expect(problems('inspection', { placeName: '𬍛'.repeat(101) })).toEqual(['/set/placeName tooLong'])
})

test('validation never throws, on any JSON, for any kind', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.jsonValue(),
      fc.nat(),
      (kind, extra, value, index) => {
        const field = kind.fields[index % kind.fields.length]
        const data = { ...inspectionData(), ...extra, [field?.name ?? '']: value } as Data
        expect(Array.isArray(valueProblems(kind, data))).toBe(true)
        expect(Array.isArray(recordProblems(kind, data, { today: '2026-05-01', registers }))).toBe(true)
        expect(typeof parseChange({ ...creation(kind.name, data), was: value }).ok).toBe('boolean')
        expect(typeof parseChange(value).ok).toBe('boolean')
      },
    ),
    { numRuns: 500 },
  )
})

test('a change is told by its ids even where it is none', () => {
  expect(parseChange(null)).toMatchObject({ ok: false, changeId: null })
  expect(parseChange(creation('hazard', { status: 'found' })).ok).toBe(true)
  const broken = { ...creation('hazard', { status: 'found' }), was: null, extra: 1 }
  expect(parseChange(broken)).toMatchObject({
    ok: false,
    changeId: broken.id,
    problems: [
      { path: '/extra', code: 'badChange' },
      { path: '/was', code: 'badChange' },
    ],
  })
  expect(parseChange(creation('hazard', {}))).toMatchObject({
    ok: false,
    problems: [{ path: '/set', code: 'badChange' }],
  })
})

test('values compare as canonical JSON, absent as null', () => {
  expect(canonical({ b: 1, a: [1.0, 'é'] })).toBe('{"a":[1,"é"],"b":1}')
  expect(same({ a: 1, b: null }, { a: 1 })).toBe(true)
  expect(same(null, undefined)).toBe(true)
  expect(same([1, 2], [2, 1])).toBe(false)
  expect(same(0, null)).toBe(false)
})

test('full-width digits are understood wherever a number goes', () => {
  expect(readNumber('１２')).toBe(12)
  expect(readNumber('３．５')).toBe(3.5)
  expect(readNumber('1,200 ')).toBe(1200)
  expect(readNumber('十二')).toBeNull()
  expect(halfWidth('１３８０ｘ')).toBe('1380x')
})

test('check digits as the standards have them', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true)
  expect(isIdNumber('110105194912310021')).toBe(false)
  expect(isCreditCode('91350100M000100Y43')).toBe(true)
  expect(isCreditCode('91350100M000100Y4Z')).toBe(false)
})

test('ids are lower-case UUIDs; pointers escape; members of objects are checked one by one', () => {
  expect([isId('01900000-0000-7000-8000-000000000001'), isId('01900000-0000-7000-8000-00000000000A'), isId(7)]).toEqual(
    [true, false, false],
  )
  expect(pointer('a/b~c')).toBe('a~1b~0c')
  expect(partyFields.map((field) => field.name)).toEqual(['id', 'name', 'side', 'idNumber', 'phone', 'minor'])
  const rows = {
    name: 'r',
    type: 'rows',
    label: { zh: '', en: '' },
    fields: [{ name: 'n', type: 'integer', label: { zh: '', en: '' } }],
  } as const
  expect(checkValue(rows, [{ id: 'a', n: 1 }, { n: 'x' }], '/set/r')).toEqual([
    { path: '/set/r/1/n', code: 'wrongType' },
    { path: '/set/r/1/id', code: 'required' },
  ])
})
