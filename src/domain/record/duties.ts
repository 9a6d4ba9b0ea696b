import type { Data } from '../value.ts'
import { text } from '../value.ts'
import type { KnownRecord } from './registers.ts'

/** Whether a duty stands on a day: active, begun, not ended. */
export const standsOn = (duty: KnownRecord, day: string): boolean => {
  if (duty.status !== 'active') return false
  return (text(duty.data['from']) ?? '') <= day && day <= (text(duty.data['until']) ?? '9999-12-31')
}

const certifiedOn = (data: Data, day: string): boolean => {
  const from = text(data['certificateFrom'])
  return from !== undefined && from <= day && day <= (text(data['certificateUntil']) ?? '9999-12-31')
}

/** The state of a person's enforcement certificate on a day. */
export type Certificate =
  | { readonly state: 'valid'; readonly until: string | null }
  /** Held once; `until` is the last day of the latest. */
  | { readonly state: 'expired'; readonly until: string | null }
  | { readonly state: 'none' }

/** Whether one of the duties is an enforcement duty with a certificate valid on the day (行政处罚法 2021, art. 42). */
export const certificateOn = (duties: readonly KnownRecord[], day: string): Certificate => {
  const enforcing = duties.filter((duty) => duty.data['role'] === 'enforcement' && duty.status === 'active')
  const valid = enforcing.find((duty) => standsOn(duty, day) && certifiedOn(duty.data, day))
  if (valid) return { state: 'valid', until: text(valid.data['certificateUntil']) ?? null }
  const ends = enforcing.flatMap((duty) =>
    text(duty.data['certificateFrom']) !== undefined
      ? [text(duty.data['certificateUntil']) ?? text(duty.data['until']) ?? '']
      : [],
  )
  if (ends.length === 0) return { state: 'none' }
  return { state: 'expired', until: ends.sort().at(-1) || null }
}

/** The roles that a person's duties give on a day. */
export const rolesOn = (duties: readonly KnownRecord[], day: string): readonly string[] =>
  duties.filter((duty) => standsOn(duty, day)).flatMap((duty) => text(duty.data['role']) ?? [])
