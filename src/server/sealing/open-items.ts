import {
  isSealed,
  type ParsedSealed,
  parseSealedChange,
  sealAad,
  type SealedChange,
  sealInfo,
} from '../../domain/record/sealed.ts'
import { isId } from '../../domain/record/ids.ts'
import type { Problem } from '../../domain/record/change.ts'
import { isObject } from '../../domain/value.ts'
import type { Database } from '../db/database.ts'
import { itemOf } from '../ledger/item.ts'
import type { Author, Result } from '../ledger/types.ts'
import { authorsOf } from '../session/callers.ts'
import { openSealed, type OpeningKey } from './hpke.ts'
import type { SealingKeys } from './keys.ts'

/** An item ready to be judged as its author's, or the answer of one that can't be. */
export type Opened =
  | { readonly author: Author; readonly item: unknown; readonly isCarried: boolean }
  | { readonly result: Result }

/**
 * Opens what is sealed among the items of a push, in their order; the rest is the session's own. What can't be opened is
 * nobody's: it has its answer here and is not kept, or anybody could use up the ids of another's changes.
 */
export async function openItems(
  { db, keys }: { readonly db: Database; readonly keys: SealingKeys },
  session: Author,
  items: readonly unknown[],
): Promise<readonly Opened[]> {
  const parsed = items.map((raw) => {
    const item = itemOf(raw)
    return isSealed(item) ? parseSealedChange(item) : null
  })
  const sealed = parsed.flatMap((one) => (one?.ok ? [one.item.sealed] : []))
  const township = session.caller.township
  const known = await keys.byIds(sealed.map((one) => one.keyId))
  const users = [...new Set(sealed.map((one) => one.user))].filter((id) => isId(id) && id !== session.caller.userId)
  const authors = new Map((await authorsOf(db, township, users)).map((author) => [author.caller.userId, author]))
  authors.set(session.caller.userId, session)
  const open = async (one: ParsedSealed): Promise<Opened> => {
    if (!one.ok) return unopened(one.changeId, one.problem)
    const author = authors.get(one.item.sealed.user)
    return openOne(one.item, known.get(one.item.sealed.keyId), author, author !== session)
  }
  return Promise.all(
    parsed.map((one, index) => (one ? open(one) : { author: session, item: items[index], isCarried: false })),
  )
}

async function openOne(
  { id, sealed }: SealedChange,
  key: OpeningKey | undefined,
  author: Author | undefined,
  isCarried: boolean,
): Promise<Opened> {
  if (!key) return unopened(id, { path: '/sealed/keyId', code: 'unknownKey' })
  if (!author) return unopened(id, { path: '/sealed/user', code: 'notYours' })
  const { township, userId } = author.caller
  const bytes = await openSealed(key, sealed, { info: sealInfo, aad: sealAad(township, userId, id) })
  const item = bytes === null ? null : readJson(bytes)
  if (!isObject(item) || typeof item['id'] !== 'string') return unopened(id, { path: '/sealed', code: 'badChange' })
  if (item['id'] !== id) return unopened(id, { path: '/sealed', code: 'badId' })
  return { author, item, isCarried }
}

const unopened = (changeId: string | null, problem: Problem): Opened => ({
  result: {
    changeId,
    recordId: null,
    outcome: problem.code === 'unknownKey' ? 'failed' : 'rejected',
    version: null,
    problems: [problem],
  },
})

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The JSON of these bytes, or null where they are none. */
function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    return null
  }
}
