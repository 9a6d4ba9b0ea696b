import { rolesOn } from '../../domain/record/duties.ts'
import { useLedger } from '../sync/useLedger.ts'
import type { Me } from './asked.ts'

/** Who a form proposes where it asks for a person: whoever holds this phone, if his duties fit today. */
export const useMe = (): Me => {
  const ledger = useLedger()
  return (duty) => {
    const person = ledger.session?.user.personId ?? null
    if (person === null || duty === undefined) return person
    return rolesOn(ledger.registers.dutiesOf(person), ledger.today).includes(duty) ? person : null
  }
}
