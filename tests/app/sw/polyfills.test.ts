// @vitest-environment node
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import type { Context } from 'node:vm'
import ts from 'typescript'
import { expect, test } from 'vitest'

const polyfills = ts.transpileModule(readFileSync('src/app/polyfills.ts', 'utf8'), {
  compilerOptions: { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext },
}).outputText

const gaps = [
  'Array.prototype.at',
  'String.prototype.at',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.toSorted',
  'Array.prototype.toReversed',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'String.prototype.replaceAll',
  'Object.hasOwn',
  'structuredClone',
  'crypto.randomUUID',
  'AbortSignal.timeout',
]

/** What each does, asked of the engine's own and of ours. */
const samples = `JSON.stringify([
  [1, 2, 3].at(-1),
  [1, 2, 3].at(5),
  '网格台账'.at(-2),
  [1, 2, 3, 4].findLast((value) => value % 2 === 1),
  [1].findLast((value) => value > 1),
  [1, 2, 3, 4].findLastIndex((value) => value < 3),
  [3, 1, 2].toSorted(),
  [3, 1, 2].toSorted((a, b) => b - a),
  [1, 2].toReversed(),
  [1, 2, 3].toSpliced(1, 1, 9, 8),
  [1, 2, 3].with(-1, 7),
  'a.b.c'.replaceAll('.', '#'),
  'a.b'.replaceAll('.', () => '!'),
  'a1b2'.replaceAll(/\\d/g, '#'),
  Object.hasOwn({ a: 1 }, 'a'),
  Object.hasOwn({}, 'toString'),
  structuredClone({ list: [1, { deep: null }], text: '账' }),
  [...structuredClone(new Map([['a', [1]]]))],
  [...structuredClone(new Set([1]))],
  structuredClone(new Date(0)).getTime(),
])`

/** An engine of its own, without what stands in the list. */
function engine(without: readonly string[]): Context {
  const randomUUID = (): string => crypto.randomUUID()
  const context = createContext({
    crypto: { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes), randomUUID },
    AbortController,
    AbortSignal: { timeout: (milliseconds: number) => AbortSignal.timeout(milliseconds) },
    structuredClone,
    setTimeout,
  })
  for (const name of without) runInContext(`delete globalThis.${name}`, context)
  return context
}

test('where the engine has none, ours do the same as the standard ones', () => {
  const bare = engine(gaps)
  expect(() => runInContext(samples, bare) as unknown).toThrow('is not a function')
  runInContext(polyfills, bare)
  expect(runInContext(samples, bare)).toBe(runInContext(samples, engine([])))
})

test('random ids are ids, and a timeout aborts', async () => {
  const bare = engine(gaps)
  runInContext(polyfills, bare)
  expect(runInContext('crypto.randomUUID()', bare)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  const signal = runInContext('AbortSignal.timeout(5)', bare) as AbortSignal
  await new Promise((done) => signal.addEventListener('abort', done))
  expect(signal.aborted).toBe(true)
})

test('where the engine has its own, it is left alone', () => {
  const whole = engine([])
  const own = gaps.map((name) => runInContext(name, whole) as unknown)
  runInContext(polyfills, whole)
  expect(gaps.map((name) => runInContext(name, whole) as unknown)).toEqual(own)
})
