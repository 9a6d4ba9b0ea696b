import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Draw } from '../../../src/app/pages/report/chips.ts'
import {
  drawChip,
  makeChip,
  mendChips,
  nodesOf,
  paragraphsOf,
  textIn,
  tokenOf,
} from '../../../src/app/pages/report/chips.ts'
import { waysOf } from '../../../src/app/pages/report/ways-of.ts'
import { dropWorking, keepWorking, workingOf } from '../../../src/app/pages/report/working-text.ts'
import { defaultTexts } from '../../../src/domain/report/outline/default-texts.ts'
import { printTokens } from '../../../src/domain/report/outline/placeholder.ts'
import { figuresWith } from '../../support/figures-with.ts'

const draw: Draw = (token) => ({ text: `〔${printTokens([token]).slice(2, -2)}〕`, title: 'title', missing: false })
const rate = 'administrative-dispute-resolution-rate'
const told = {
  year: 2025,
  township: '阳城镇',
  county: null,
  figures: figuresWith(
    { 'law-class-attendance': 863, 'publicity-audience': 12_046, 'land-transfer-petitions': 0, [rate]: 84.6 },
    { [rate]: { change: 11.9, previous: 72.7, numerator: 11, denominator: 13 } },
  ),
}
const editor = (text: string): HTMLElement => {
  const root = document.createElement('div')
  root.append(paragraphsOf(text, draw))
  return root
}
/** What an engine has made of a text: elements as they come. */
const made = (html: string): HTMLElement => {
  const root = document.createElement('div')
  root.innerHTML = html
  return root
}

describe('a text in the editor', () => {
  test('is the same text again, whatever stands in it', () => {
    const line = fc.array(
      fc.oneof(
        fc.constantFrom('{{law-classes}}', '{{township}}', '{{law-class-attendance:about}}', '{{oops}}', '{', '字'),
        fc.string({ unit: 'grapheme' }).map((one) => one.replace(/[\n\r\u00A0\u200B]/g, '')),
      ),
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const text = lines.map((parts) => parts.join('')).join('\n')
        expect(textIn(editor(text))).toBe(text)
      }),
    )
    for (const text of Object.values(defaultTexts)) expect(textIn(editor(text))).toBe(text)
  })

  test('shows a placeholder as one piece that nobody types into', () => {
    const chips = Array.from(editor('开展{{law-classes}}，{{oops}}').querySelectorAll<HTMLElement>('.ph'))
    expect(chips.map((chip) => [chip.textContent, chip.contentEditable, chip.dataset['ph']])).toEqual([
      ['〔law-classes〕', 'false', '{{law-classes}}'],
    ])
    expect(nodesOf('{{oops}}', draw).map((node) => node.nodeName)).toEqual(['#text'])
  })

  test.each([
    ['<p>一</p><p>二</p>', '一\n二'],
    ['<div>一</div><div><br></div><div>二</div>', '一\n\n二'],
    ['一<br>二<br>', '一\n二'],
    ['一<div>二</div>三', '一\n二\n三'],
    ['<p>一<span>二</span></p>', '一二'],
    ['<p>一<span class="ph" data-ph="{{villages}}"><b>别的字</b></span><br></p>', '一{{villages}}'],
    ['<ul><li>一</li><li>二</li></ul>', '一\n二'],
    ['<p>一\u200B二\u00A0三</p>', '一二 三'],
    ['<p></p>', ''],
    ['<br>', ''],
    ['', ''],
  ])('%s, as an engine may leave it, reads as %j', (html, text) => {
    expect(textIn(made(html))).toBe(text)
  })

  test('gives a chip its words back when something has got into it', () => {
    const root = editor('开展{{law-classes}}，{{villages}}')
    const [first] = Array.from(root.querySelectorAll('.ph'))
    expect(mendChips(root)).toBe(false)
    first?.append('进来的')
    expect(mendChips(root)).toBe(true)
    expect(root.textContent).toBe('开展〔law-classes〕，〔villages〕')
    expect(textIn(root)).toBe('开展{{law-classes}}，{{villages}}')
  })

  test('writes a figure in another way', () => {
    const chip = makeChip({ figures: ['law-class-attendance'], way: 'exact', words: [] }, draw)
    const token = tokenOf(chip)
    expect(token).toEqual({ figures: ['law-class-attendance'], way: 'exact', words: [] })
    drawChip(chip, { figures: ['law-class-attendance'], way: 'about', words: [] }, draw)
    expect(chip.outerHTML).toContain('data-ph="{{law-class-attendance:about}}"')
  })
})

test('a figure is offered in the ways that fit it, none that prints the same twice', () => {
  const of = (id: string) => waysOf(id, told).map(({ way, says }) => `${way} ${says}`)
  expect(of('law-class-attendance')).toEqual([
    'exact 863人次',
    'value 863',
    'about 860余人次',
    'over 超860人次',
    'change ',
    'previous （待填）人次',
  ])
  expect(of('publicity-audience')).toContain('wan 1.2万人次')
  expect(of('land-transfer-petitions')).toContain('none 无')
  expect(of(rate)).toEqual([
    'exact 84.6%',
    'value 84.6',
    'change 同比提升11.9个百分点',
    'previous 72.7%',
    'numerator 11',
    'denominator 13',
  ])
  expect(of('nothing')).toEqual([])
})

describe('what is being written', () => {
  const place = { userId: 'u1', year: 2025, section: '1.1' }
  beforeEach(() => localStorage.clear())

  test('is kept by user, year and section until it is saved or given up', () => {
    keepWorking(place, { text: '改到一半{{villages}}', base: '原来' })
    expect(workingOf(place)).toEqual({ text: '改到一半{{villages}}', base: '原来' })
    for (const other of [{ userId: 'u2' }, { year: 2024 }, { section: '1.2' }])
      expect(workingOf({ ...place, ...other })).toBeNull()
    dropWorking(place)
    expect(workingOf(place)).toBeNull()
  })

  test('is nothing where something else stands in its place', () => {
    for (const odd of ['{', '5', '{"text":5,"base":""}', '[]']) {
      localStorage.setItem('gridbook.report.u1.2025.1.1', odd)
      expect(workingOf(place)).toBeNull()
    }
  })
})
