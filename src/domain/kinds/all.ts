import { duty } from './duty.ts'
import { enterprise } from './enterprise.ts'
import { hazard } from './hazard.ts'
import { inspection } from './inspection.ts'
import type { Kind } from './kind.ts'
import { mediation } from './mediation.ts'
import { person } from './person.ts'
import { township } from './township.ts'
import { village } from './village.ts'

/** Every built-in kind, those logged in the field first. To add one is to add its file and its line here. */
export const kinds: readonly Kind[] = [inspection, hazard, mediation, village, person, duty, enterprise, township]

/** The kind of that name. */
export const kindNamed = (name: string): Kind | undefined => kinds.find((kind) => kind.name === name)
