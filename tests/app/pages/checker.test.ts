// @vitest-environment node
import { describe, expect, test } from 'vitest'
import {
  excessOf,
  isChange,
  isSwapped,
  paragraphsOf,
  placesOf,
  replacementOf,
  written,
} from '../../../src/app/pages/checker/draft-text.ts'
import type { Found } from '../../../src/domain/report/checker/found.ts'

const number = (text: string, at: number, more: Partial<Found> = {}): Found => ({
  start: at,
  end: at + text.length,
  text,
  value: Number.parseFloat(text),
  unit: text.replace(/^[\d.余]+/, ''),
  figureId: 'hazards-rectified',
  verdict: 'disagrees',
  ledger: 169,
  ...more,
})
const hazards = { unit: '项' }

test('numbers at one place are one place, and what is worst of them is its verdict', () => {
  const places = placesOf([
    number('4次', 2, { verdict: 'agrees' }),
    number('100%', 8, { figureId: 'a', verdict: 'agrees' }),
    number('100%', 8, { figureId: 'b', verdict: 'disagrees' }),
    number('100%', 8, { figureId: 'c', verdict: 'rounded' }),
  ])
  expect(places.map((place) => [place.start, place.verdict, place.items.length])).toEqual([
    [2, 'agrees', 1],
    [8, 'disagrees', 3],
  ])
})

test('a draft is laid out by paragraphs, nothing of it lost', () => {
  const draft = '一、成效\n\n检查4次，整改6项\r\n未发生。'
  const places = placesOf([number('4次', 8), number('6项', 13), number('未发生', 17)])
  const paragraphs = paragraphsOf(draft, places)
  expect(paragraphs.map((one) => one.heading)).toEqual([true, false, false])
  const laid = paragraphs.map((one) => one.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)))
  expect(laid).toEqual([['一、成效'], ['检查', '4次', '，整改', '6项', '\r'], ['未发生', '。']])
})

describe('what to write instead', () => {
  test.each([
    ['196项', {}, hazards, '169项'],
    ['196个', {}, hazards, '169个'],
    ['1.3万人次', { ledger: 12_046 }, { unit: '人次' }, '12046人次'],
    ['8亿元', { ledger: 70_320 }, { unit: '万元' }, '70320万元'],
    ['84.7%', { ledger: 84.6 }, { unit: '%' }, '84.6%'],
    ['12个百分点', { ledger: 11.9, verdict: 'rounded' }, { unit: '%' }, '11.9个百分点'],
    ['百分之八十', { ledger: 85, unit: '%', value: 80 }, { unit: '%' }, '85%'],
    // Nothing: it is right, it contradicts only, a word says it, it went the other way, nobody knows.
    ['169项', { verdict: 'agrees' }, hazards, null],
    ['9名', { verdict: 'contradicts', ledger: 9 }, { unit: '名' }, null],
    ['均', { ledger: 98, unit: '%', value: 100 }, { unit: '%' }, null],
    ['五个一', { ledger: 6, unit: '项', value: 5 }, hazards, null],
    ['12个百分点', { ledger: -3 }, { unit: '%' }, null],
    ['196项', {}, undefined, null],
  ] as const)('%s: %o', (text, more, figure, expected) => {
    expect(replacementOf(number(text, 0, more), figure)).toBe(expected)
  })

  test('nothing where the ledger has no value', () => {
    const { ledger: _, ...unknown } = number('3万份', 0, { verdict: 'notKept', figureId: null })
    expect(replacementOf(unknown, undefined)).toBeNull()
    expect(excessOf(unknown, hazards)).toBeNull()
  })
})

test('how far off, in the figure’s unit, and whether digits were swapped', () => {
  expect(excessOf(number('196项', 0), hazards)).toBe(27)
  expect(excessOf(number('1.3万人次', 0, { ledger: 12_046 }), { unit: '人次' })).toBe(954)
  expect(excessOf(number('7亿元', 0, { ledger: 70_320 }), { unit: '万元' })).toBe(-320)
  expect(excessOf(number('12个百分点', 0, { ledger: 11.9 }), { unit: '%' })).toBe(0.1)
  expect(isSwapped(number('196项', 0))).toBe(true)
  expect(isSwapped(number('170项', 0))).toBe(false)
  expect(isChange(number('5%', 0), hazards)).toBe(true)
  expect(isChange(number('5%', 0), { unit: '%' })).toBe(false)
})

test('a place written anew moves what follows, and agrees until it is checked again', () => {
  const draft = '整改196项，核查7名，9名'
  const found = [
    number('196项', 2),
    number('7名', 9, { verdict: 'contradicts', with: 12 }),
    number('9名', 12, { verdict: 'contradicts', with: 9 }),
  ]
  const [first] = placesOf(found)
  const after = first && written(draft, found, first, '1690项')
  expect(after?.draft).toBe('整改1690项，核查7名，9名')
  expect(after?.found.map((one) => [one.start, one.end, one.text, one.verdict, one.with])).toEqual([
    [2, 7, '1690项', 'agrees', undefined],
    [10, 12, '7名', 'contradicts', 13],
    [13, 15, '9名', 'contradicts', 10],
  ])
})
