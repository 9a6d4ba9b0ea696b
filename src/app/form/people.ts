import { certificateOn, rolesOn } from '../../domain/record/duties.ts'
import type { Registers } from '../../domain/record/registers.ts'
import { fieldOf } from '../../domain/kinds/kind.ts'
import type { Kind, Label } from '../../domain/kinds/kind.ts'

/** What stands under a person's name: the certificate's state where the field asks for officers, else what he is. */
export type Standing =
  | { readonly said: 'valid' }
  | { readonly said: 'expired'; readonly until: string | null }
  | { readonly said: 'none' }
  | { readonly said: 'role'; readonly label: Label }
  | { readonly said: 'nothing' }

/** The standing of a person on a day, for a field that wants people of that duty first. */
export const standingOf = (
  registers: Registers,
  duty: Kind | undefined,
  personId: string,
  wanted: string | undefined,
  day: string,
): Standing => {
  const duties = registers.dutiesOf(personId)
  const roles = rolesOn(duties, day)
  if (wanted === 'enforcement' && (roles.includes('enforcement') || roles.length === 0)) {
    const certificate = certificateOn(duties, day)
    if (certificate.state === 'valid') return { said: 'valid' }
    if (certificate.state === 'expired') return { said: 'expired', until: certificate.until }
    return { said: 'none' }
  }
  const role = roles.find((one) => one === wanted) ?? roles[0]
  const label = duty && fieldOf(duty, 'role')?.choices?.find((choice) => choice.value === role)?.label
  return label ? { said: 'role', label } : { said: 'nothing' }
}

/** People of the wanted duty first, each group in the order of their names as read. */
export const inOrder = <Person extends { readonly id: string; readonly name: string }>(
  people: readonly Person[],
  registers: Registers,
  wanted: string | undefined,
  day: string,
): readonly Person[] => {
  const compare = new Intl.Collator('zh-u-co-pinyin').compare
  const first = new Set(
    wanted === undefined
      ? []
      : people
          .filter((person) => rolesOn(registers.dutiesOf(person.id), day).includes(wanted))
          .map((person) => person.id),
  )
  return [...people].sort((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || compare(a.name, b.name))
}
