// @vitest-environment node
import { parse } from 'acorn'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApp, builtFiles, fetched, read, weight, widgetsOf } from './built.ts'

const form = 'src/app/pages/form/FormPage.vue'
const scripts = (): readonly string[] => builtFiles().filter((file) => file.endsWith('.js'))

beforeAll(buildApp, 120_000)

describe('for the engines of a township', () => {
  test('every script parses as ES2020', () => {
    const problems = scripts().flatMap((file) => {
      try {
        parse(read(file), { ecmaVersion: 2020, sourceType: file.startsWith('assets/') ? 'module' : 'script' })
        return []
      } catch (error) {
        return [`${file}: ${String(error)}`]
      }
    })
    expect(problems).toEqual([])
  })

  test('the guard parses as ES5', () => {
    expect(() => parse(read('guard.js'), { ecmaVersion: 5, sourceType: 'script' })).not.toThrow()
  })

  test('the worker is a classic script that loads nothing', () => {
    expect(read('sw.js')).not.toMatch(/\bimport\s*\(|\bimportScripts\b|\bawait\s+import\b/)
  })

  test('the gaps of old engines are filled before anything else runs, in the page and in the worker', () => {
    const main = /<script type="module"[^>]* src="\/([^"]+)"/.exec(read('index.html'))?.[1] ?? ''
    const first = /(?:\bimport|\bfrom)\s*"\.\/([^"]+)"/.exec(read(main))?.[1] ?? ''
    expect(first).toMatch(/^polyfills-/)
    const worker = read('sw.js')
    expect(worker.indexOf('toSorted')).toBeLessThan(worker.indexOf('__WB_REVISION__'))
  })

  test('the guard is the first script of the page, and no script stands in the page itself', () => {
    const page = read('index.html')
    expect([...page.matchAll(/<script[^>]*src="([^"]+)"/g)][0]?.[1]).toBe('/guard.js')
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(page).not.toMatch(/\son\w+=|<style|\sstyle=/)
  })
})

describe('no other host', () => {
  test('is named in what was built', () => {
    // Names of vocabularies, and the pages that Vue and Workbox point to in messages for developers; none is fetched.
    const known = /^https?:\/\/(www\.w3\.org|vuejs\.org\/error-reference|bit\.ly\/wb-|localhost)/
    const named = builtFiles()
      .filter((file) => /\.(js|css|html|svg|webmanifest|json)$/.test(file))
      .flatMap((file) => read(file).match(/(https?:|["'`(=])\/\/[a-z0-9-]+(\.[a-z0-9-]+)+[^\s"'`)<]*/gi) ?? [])
      .filter((address) => !known.test(address))
    expect(named).toEqual([])
  })

  test('nor is there a font or anything that runs text as code', () => {
    const styles = builtFiles().filter((file) => file.endsWith('.css'))
    expect(styles.filter((file) => /@font-face|@import/.test(read(file)))).toEqual([])
    expect(scripts().filter((file) => /\bnew Function\(|\beval\(/.test(read(file)))).toEqual([])
  })
})

describe('the budget', () => {
  test('the list, then the largest form: at most 130 kB of scripts and 25 kB of styles', () => {
    const all = fetched(['index.html', form, ...widgetsOf(form)])
    expect(weight(all, '.js')).toBeLessThan(130_000)
    expect(weight(all, '.css')).toBeLessThan(25_000)
  })

  test('the table of pinyin, the English and the other pages come only when they are needed', () => {
    const files = [...fetched(['index.html'])].join(' ')
    expect(files).not.toMatch(/pinyin|\ben-|YearPage|MePage|ConflictPage/)
  })

  test('the worker: at most 60 kB', () => {
    expect(weight(['sw.js'], '.js')).toBeLessThan(60_000)
  })
})

describe('offline', () => {
  test('everything that was built is kept by the worker: a fresh install has every page', () => {
    const worker = read('sw.js')
    const kept = new Set([...worker.matchAll(/"url":"([^"]+)"/g)].map((match) => match[1]))
    const needed = builtFiles().filter((file) =>
      /^(assets|icons)\/|^(index\.html|guard\.js|manifest\.webmanifest)$/.test(file),
    )
    expect(needed.filter((file) => !kept.has(file) && !file.includes('maskable'))).toEqual([])
  })

  test('can be installed: names, start, colours, icons that exist', () => {
    const manifest = JSON.parse(read('manifest.webmanifest')) as { readonly [key: string]: unknown }
    expect(manifest).toMatchObject({
      name: '网格台账',
      short_name: '网格台账',
      start_url: '/',
      display: 'standalone',
      lang: 'zh-CN',
    })
    const icons = manifest['icons'] as readonly {
      readonly src: string
      readonly sizes: string
      readonly purpose: string
    }[]
    expect(icons.map((icon) => `${icon.sizes} ${icon.purpose}`)).toEqual([
      'any any',
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
    ])
    for (const icon of icons) expect(builtFiles()).toContain(icon.src.slice(1))
    expect(read('index.html')).toMatch(/rel="manifest"/)
    expect(read('index.html')).toMatch(/rel="apple-touch-icon" href="\/icons\/apple-touch-icon.png"/)
  })
})
