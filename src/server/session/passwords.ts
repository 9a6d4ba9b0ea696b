import { hash, verify } from '@node-rs/argon2'
import { inTurns } from '../http/in-turn.ts'

/** 64 MiB, three passes: some 100 ms of one core (NOTES.md). The string that comes out names algorithm and parameters. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** Each takes 64 MiB and a core: more than two at once would starve everything else. */
const inTurn = inTurns(2)

/** A password as it is kept: `$argon2id$…`. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, cost))

let nobody: Promise<string> | undefined

/**
 * Whether the password is the account's. Where there is no such account the same work is done against nobody's, so
 * that neither words nor time tell which accounts exist (FIELD-BUGS: OpenIntegrationEngine#240).
 */
export async function checkPassword(kept: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const against = kept ?? (await nobody)
  const fits = await inTurn(() => verify(against, password).catch(() => false))
  return fits && kept !== null
}
