// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en } from '../../../src/app/i18n/en.ts'
import { zh as first } from '../../../src/app/i18n/zh.ts'
import { admin } from '../../../src/app/i18n/zh/admin.ts'
import { checker } from '../../../src/app/i18n/zh/checker.ts'
import { held } from '../../../src/app/i18n/zh/held.ts'
import { login } from '../../../src/app/i18n/zh/login.ts'
import { me } from '../../../src/app/i18n/zh/me.ts'
import { photos } from '../../../src/app/i18n/zh/photos.ts'
import { queue } from '../../../src/app/i18n/zh/queue.ts'
import { record } from '../../../src/app/i18n/zh/record.ts'
import { registers } from '../../../src/app/i18n/zh/registers.ts'
import { report } from '../../../src/app/i18n/zh/report.ts'
import { signing } from '../../../src/app/i18n/zh/signing.ts'
import { unlock } from '../../../src/app/i18n/zh/unlock.ts'
import { year } from '../../../src/app/i18n/zh/year.ts'
import { iconNames } from '../../../src/app/look/icon-name.ts'
import { kinds } from '../../../src/domain/kinds/all.ts'
import { figures } from '../../../src/domain/report/figures.ts'

/** All that is said, also what comes only with its page. */
const zh = {
  ...first,
  ...admin,
  ...checker,
  ...registers,
  ...held,
  ...login,
  ...me,
  ...queue,
  ...record,
  ...report,
  ...year,
  ...signing,
  ...unlock,
  photos: { ...first.photos, ...photos.photos },
}
const app = join(import.meta.dirname, '../../../src/app')
const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(app, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
const screens = ['App.vue', ...filesOf('form'), ...filesOf('pages'), ...filesOf('look')].filter((name) =>
  /\.(vue|ts|css)$/.test(name),
)
const read = (name: string): string => readFileSync(join(app, name), 'utf8')
const keysOf = (words: object, path = ''): readonly string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value as object, `${path}${key}.`),
  )
const textsOf = (words: object): readonly string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value as object)))
const holes = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
const at = (words: object, key: string): unknown =>
  key.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], words)

describe('the words of the screen', () => {
  test('both languages say the same things, with the same values in them', () => {
    expect([...keysOf(en)].sort()).toEqual([...keysOf(zh)].sort())
    for (const key of keysOf(zh)) expect([key, holes(String(at(en, key)))]).toEqual([key, holes(String(at(zh, key)))])
  })

  test('every key that a page names is there', () => {
    const known = new Set(keysOf(zh))
    const missing = screens.flatMap((name) =>
      [...read(name).matchAll(/\bt[n]?\(\s*'([\w.]+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((key) => !known.has(key))
        .map((key) => `${name}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('Chinese is short and spoken: none of the words that LOOK.md forbids', () => {
    for (const text of textsOf(zh)) {
      expect(text).not.toMatch(/请|成功|失败|网络异常|未知错误|！|!|您/)
      expect(text).not.toMatch(/[㐀-鿿]\d|\d(?![年月日])[㐀-鿿]/)
    }
  })

  test('no page says Chinese of its own', () => {
    const bare = screens
      .filter((name) => name.endsWith('.vue'))
      .flatMap((name) => {
        const template = /<template>([\s\S]*)<\/template>/.exec(read(name))?.[1] ?? ''
        return template
          .replace(/<!--[\s\S]*?-->/g, '')
          .split('\n')
          .filter((one) => /[㐀-鿿]/.test(one))
          .map((one) => `${name}: ${one.trim()}`)
      })
    expect(bare).toEqual([])
  })

  test('every section that a figure stands in has its name', () => {
    for (const { section } of figures) expect(at(zh, `sections.s${section.replace('.', '_')}`)).toBeTypeOf('object')
  })
})

describe('the look', () => {
  test('colours stand in look/ alone', () => {
    const bare = screens
      .filter((name) => !name.startsWith('look'))
      .filter((name) => /#[0-9a-f]{6}\b|\brgba?\(|\bhsla?\(/i.test(read(name)))
    expect(bare).toEqual([])
  })

  test('holds nothing that the oldest engine drops', () => {
    for (const name of screens.filter((one) => one.endsWith('.css'))) {
      const css = read(name).replace(/\/\*[\s\S]*?\*\//g, '')
      for (const rule of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
        const [, selector = '', body = ''] = rule
        expect(selector).not.toMatch(/:(has|is|where)\(|@container|&/)
        expect(body).not.toMatch(/(^|[\s;])(inset|aspect-ratio)\s*:/)
        const flexGap = /display:\s*(inline-)?flex/.test(body) && /(^|[\s;])gap\s*:/.test(body)
        expect([selector, flexGap]).toEqual([selector, false])
      }
    }
  })

  test('every icon that a page names is in the sprite', () => {
    const sprite = read('look/icons.svg')
    for (const name of iconNames) expect(sprite).toContain(`id="i-${name}"`)
    const used = screens.flatMap((name) =>
      [...read(name).matchAll(/<Icon[^>]*\sname="(\w+)"/g)].map((match) => match[1] ?? ''),
    )
    expect(used.filter((name) => !(iconNames as readonly string[]).includes(name))).toEqual([])
  })

  test('every kind of the field work has one character', () => {
    for (const kind of kinds) expect(Array.from(kind.glyph)).toHaveLength(1)
  })
})
