import type { Kind } from '../../domain/kinds/kind.ts'
import type { Problem, Warning } from '../../domain/record/change.ts'
import type { Registers } from '../../domain/record/registers.ts'
import { warningsOf } from '../../domain/record/rules.ts'
import { stepBetween } from '../../domain/record/states.ts'
import { recordProblems, valueProblems } from '../../domain/record/validate.ts'
import type { Data } from '../../domain/value.ts'
import { isEmpty, text } from '../../domain/value.ts'

export type Judged = { readonly problems: readonly Problem[]; readonly warnings: readonly Warning[] }

const field = (problem: Problem): string => problem.path.split('/')[2] ?? ''

/** What is wrong with a form as it stands, by the rules that the server will judge it with; one code a path. */
export const judgeForm = (form: {
  readonly kind: Kind
  readonly base: Data | null
  readonly data: Data
  readonly registers: Registers
  readonly today: string
  /** The villages in scope: elsewhere nobody may log, and the server would refuse it. */
  readonly villages: readonly string[]
}): Judged => {
  const { kind, base, data } = form
  const values = valueProblems(kind, data)
  const broken = new Set(values.map(field))
  const from = text(base?.['status'] ?? undefined)
  const step = from === undefined ? undefined : stepBetween(kind, from, text(data['status']) ?? '')
  const required = (step?.requires ?? [])
    .filter((name) => isEmpty(data[name]))
    .map((name): Problem => ({ path: `/set/${name}`, code: 'required' }))
  const village = text(data['villageId'])
  const moved = village !== undefined && village !== base?.['villageId']
  const scope: readonly Problem[] =
    moved && !form.villages.includes(village) ? [{ path: '/set/villageId', code: 'notAllowed' }] : []
  const whole = [...required, ...scope, ...recordProblems(kind, data, form)].filter(
    (problem) => !broken.has(field(problem)),
  )
  const seen = new Set<string>()
  const problems = [...values, ...whole].filter(({ path, code }) => {
    const key = `${path} ${code}`
    return seen.has(key) ? false : (seen.add(key), true)
  })
  return { problems, warnings: warningsOf(kind, data, form.registers) }
}
