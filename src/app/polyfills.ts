/**
 * Functions that our code or our packages call and that the oldest engines lack (Chromium 83, Firefox 78, Safari 15).
 * Loaded first, in the page and in the worker. Only what is called stands here; syntax is the build's business.
 */
type Lacking = Record<string, unknown>

const fill = (target: object, name: string, value: unknown): void => {
  if (typeof (target as Lacking)[name] !== 'undefined') return
  Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function findLast(
  this: readonly unknown[],
  test: (value: unknown, index: number, all: readonly unknown[]) => boolean,
): unknown {
  for (let index = this.length - 1; index >= 0; index -= 1) if (test(this[index], index, this)) return this[index]
  return undefined
}

function findLastIndex(
  this: readonly unknown[],
  test: (value: unknown, index: number, all: readonly unknown[]) => boolean,
): number {
  for (let index = this.length - 1; index >= 0; index -= 1) if (test(this[index], index, this)) return index
  return -1
}

function toSorted(this: readonly unknown[], compare?: (a: unknown, b: unknown) => number): unknown[] {
  return Array.from(this).sort(compare)
}

function toReversed(this: readonly unknown[]): unknown[] {
  return Array.from(this).reverse()
}

function withAt(this: readonly unknown[], index: number, value: unknown): unknown[] {
  const copy = Array.from(this)
  copy[index < 0 ? copy.length + index : index] = value
  return copy
}

function toSpliced(this: readonly unknown[], start: number, ...rest: [count: number, ...items: unknown[]]): unknown[] {
  const copy = Array.from(this)
  copy.splice(start, ...rest)
  return copy
}

function replaceAll(this: string, search: string | RegExp, by: string | ((match: string) => string)): string {
  const put = typeof by === 'string' ? () => by : by
  if (search instanceof RegExp) return typeof by === 'string' ? this.replace(search, by) : this.replace(search, by)
  return this.split(search).reduce((done, part) => done + put(search) + part)
}

function randomUUID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** JSON values, dates, lists and maps: what is ever cloned here. Not for errors, buffers or circles. */
function clone(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return new Date(value.getTime())
  if (Array.isArray(value)) return value.map(clone)
  if (value instanceof Map) return new Map(Array.from(value, ([key, item]) => [clone(key), clone(item)]))
  if (value instanceof Set) return new Set(Array.from(value, clone))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clone(item)]))
}

fill(Array.prototype, 'at', at)
fill(String.prototype, 'at', at)
fill(Array.prototype, 'findLast', findLast)
fill(Array.prototype, 'findLastIndex', findLastIndex)
fill(Array.prototype, 'toSorted', toSorted)
fill(Array.prototype, 'toReversed', toReversed)
fill(Array.prototype, 'toSpliced', toSpliced)
fill(Array.prototype, 'with', withAt)
fill(String.prototype, 'replaceAll', replaceAll)
fill(Object, 'hasOwn', (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key))
fill(globalThis, 'structuredClone', clone)
if (typeof crypto !== 'undefined') fill(crypto, 'randomUUID', randomUUID)
if (typeof AbortSignal !== 'undefined') {
  fill(AbortSignal, 'timeout', (milliseconds: number) => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), milliseconds)
    return controller.signal
  })
}
