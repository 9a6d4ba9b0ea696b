import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'

/** What of JSON Schema our own document uses. */
type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
}
type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
type Operation = {
  readonly parameters?: readonly {
    readonly in: string
    readonly name: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly requestBody?: Content
  readonly responses?: Readonly<Record<string, Content>>
}
export type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type Request = {
  readonly method: Method
  readonly url: string
  readonly headers: Record<string, string>
  readonly payload?: string
}
type Response = {
  readonly statusCode: number
  readonly body: string
  readonly headers: Readonly<Record<string, unknown>>
}

const nasty = fc.constantFrom<unknown>(
  null,
  '',
  '\u0000',
  '\ud800',
  '__proto__',
  "' OR 1=1--",
  '../../etc/passwd',
  '💥'.repeat(300),
  -1,
  0,
  1e308,
  2 ** 53,
  Number.NaN,
  true,
  [],
  {},
  [[]],
  'A'.repeat(20_000),
  '2025-02-30',
  '9999-99-99T99:99:99Z',
)

function fitting(schema: Schema = {}, depth = 4): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => fitting(one, depth)))
  const type = Array.isArray(schema.type) ? (schema.type as readonly string[])[0] : (schema.type as string | undefined)
  if (type === 'object') {
    const members = Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([key, one]) => [key, fitting(one, depth - 1)]),
    )
    return fc.record(members, { requiredKeys: [...(schema.required ?? [])] })
  }
  if (type === 'array')
    return fc.array(fitting(schema.items, depth - 1), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.min(schema.maxItems ?? 5, 5),
    })
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 100_000 })
  if (type === 'number') return fc.double({ noNaN: true, min: -1e6, max: 1e6 })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
  if (type === 'string')
    return fc.string({
      unit: 'grapheme',
      minLength: schema.minLength ?? 0,
      maxLength: Math.min(schema.maxLength ?? 40, 200),
    })
  return depth > 0 ? fc.jsonValue({ maxDepth: 2 }) : nasty
}

/** One spot, at any depth, left out or made nasty. */
const broken = (whole: fc.Arbitrary<unknown>, bad: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(whole, bad, fc.array(fc.nat(), { minLength: 4, maxLength: 4 })).map(([value, spoilt, dice]) => {
    if (value === null || typeof value !== 'object') return spoilt
    const copy = structuredClone(value) as Record<string, unknown>
    let at = copy
    for (const die of dice) {
      const keys = Object.keys(at)
      const key = keys[die % Math.max(1, keys.length)]
      if (key === undefined) return spoilt
      const inner = at[key]
      if (inner !== null && typeof inner === 'object' && die % 3 !== 0) {
        at = inner as Record<string, unknown>
        continue
      }
      if (die % 5 === 0 && !Array.isArray(at)) delete at[key]
      else at[key] = spoilt
      break
    }
    return copy
  })

const encoded = (value: unknown): string => {
  try {
    return encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))
  } catch {
    return '%ED%A0%80'
  }
}

type Plan = {
  readonly path: string
  readonly method: Method
  readonly operation: Operation
  readonly params: Readonly<Record<string, unknown>>
  readonly body: unknown
}

function plans(document: Document, pool: readonly string[], known: readonly string[]): fc.Arbitrary<Plan> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase() as Method, operation })),
  )
  const met = fc.nat().map((n) => [...known, ...pool, 'x'][n % (known.length + pool.length + 1)])
  const pick = (one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 6, arbitrary: one }, { weight: 3, arbitrary: met }, { weight: 2, arbitrary: nasty })
  return fc.constantFrom(...operations).chain(({ path, method, operation }) => {
    const parameters = operation.parameters ?? []
    const schema = operation.requestBody?.content?.['application/json']?.schema
    const named = (of: typeof parameters, value: (schema: Schema | undefined) => fc.Arbitrary<unknown>) =>
      Object.fromEntries(of.map((one) => [`${one.in}:${one.name}`, value(one.schema)]))
    const paths = parameters.filter((one) => one.in === 'path')
    const needed = parameters.filter((one) => one.in === 'path' || one.required === true)
    // Half of them ask for no more than they must, so that answers with something in them are looked into as well.
    const params = fc.oneof(
      fc.record(
        named(needed, (schema) => fc.oneof(fitting(schema), met)),
        { requiredKeys: needed.map((one) => `${one.in}:${one.name}`) },
      ),
      fc.record(
        named(parameters, (schema) => pick(fitting(schema))),
        { requiredKeys: paths.map((one) => `path:${one.name}`) },
      ),
    )
    const body = schema
      ? fc.oneof(
          { weight: 5, arbitrary: fitting(schema) },
          { weight: 4, arbitrary: broken(fitting(schema), fc.oneof(nasty, met)) },
          { weight: 1, arbitrary: nasty },
        )
      : fc.constant(undefined)
    return fc.record({
      path: fc.constant(path),
      method: fc.constant(method),
      operation: fc.constant(operation),
      params,
      body,
    })
  })
}

function toRequest(plan: Plan): Request {
  const path = plan.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(plan.params[`path:${name}`]))
  const query = Object.entries(plan.params)
    .filter(([key]) => key.startsWith('query:'))
    .map(([key, value]) => `${key.slice(6)}=${encoded(value)}`)
  const url = `${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
  if (plan.body === undefined) return { method: plan.method, url, headers: {} }
  return {
    method: plan.method,
    url,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(plan.body),
  }
}

/**
 * A seeded fuzzer over an OpenAPI document: valid and broken inputs, ids carried over from answers, every answer held to
 * the document, and every refusal to its form. Throws with the request that broke it; returns how often each status
 * came.
 */
export async function fuzz(
  document: Document,
  send: (request: Request) => Promise<Response>,
  options: {
    readonly seed: number
    readonly runs: number
    /** Ids to ask for beside those that answers tell. */
    readonly known?: readonly string[]
    /** Says what else is wrong with an answer, or null. */
    readonly check?: (request: Request, answer: Response) => string | null
  },
): Promise<Record<string, number>> {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
  const pool: string[] = []
  const counts: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(plans(document, pool, options.known ?? []), async (plan) => {
      const request = toRequest(plan)
      const answer = await send(request)
      const told = `${plan.method} ${plan.path} ${answer.statusCode}`
      counts[told] = (counts[told] ?? 0) + 1
      if (answer.statusCode >= 500)
        throw new Error(`${told}: ${request.url} ${request.payload} → ${answer.body.slice(0, 200)}`)
      const type = String(answer.headers['content-type'] ?? '')
      if (answer.statusCode >= 400 && !type.startsWith('application/problem+json'))
        throw new Error(`${told} is no problem but ${type}: ${request.url}`)
      const wrong = options.check?.(request, answer) ?? null
      if (wrong !== null) throw new Error(`${told}: ${wrong}: ${request.url} ${request.payload}`)
      const documented = plan.operation.responses?.[String(answer.statusCode)] ?? plan.operation.responses?.['default']
      if (!documented) throw new Error(`not in the document: ${told}`)
      const schema =
        documented.content?.['application/json']?.schema ?? documented.content?.['application/problem+json']?.schema
      // A file that the document promises is no JSON.
      const isFile = documented.content !== undefined && schema === undefined
      const json: unknown = answer.body === '' || isFile ? undefined : JSON.parse(answer.body)
      if (schema && !ajv.validate(schema, json))
        throw new Error(`${told} doesn’t fit the document: ${request.url} ${ajv.errorsText()}`)
      if (/(\n|\\n)\s+at .*:\d+:\d+/.test(answer.body)) throw new Error(`a stack trace leaked: ${told}`)
      for (const match of answer.body.matchAll(/"(?:id|recordId|changeId|cursor)":"([^"]{4,60})"/g))
        pool.push(match[1] ?? '')
      pool.splice(0, Math.max(0, pool.length - 500))
    }),
    { seed: options.seed, numRuns: options.runs, endOnFailure: false },
  )
  return counts
}
