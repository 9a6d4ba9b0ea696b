import type { Kind } from '../../../domain/kinds/kind.ts'
import type { Data } from '../../../domain/value.ts'
import { text } from '../../../domain/value.ts'

/** The fields whose days decide in which year a record counts. */
const countingFields = (kind: Kind): readonly string[] => [
  ...(kind.mainDate === undefined ? [] : [kind.mainDate]),
  ...kind.measures.flatMap(({ at, until }) => [at ?? [], until ?? []].flat()),
]

/**
 * The signed year that a record counts in, before or after an edit: its figures are frozen, so that the edit is a
 * correction and wants a reason; null where there is none. Whether a figure really moves is for the server to say.
 */
export const signedYearOf = (
  kind: Kind,
  states: readonly (Data | null)[],
  signedYears: readonly number[],
): number | null => {
  const years = countingFields(kind).flatMap((name) =>
    states.map((data) => Number((text(data?.[name] ?? undefined) ?? '').slice(0, 4))),
  )
  return signedYears.find((year) => years.includes(year)) ?? null
}
