import { randomBytes } from 'node:crypto'
import { shanghaiDay } from '../../domain/calendar/day.ts'
import type { Database, Trx } from '../db/database.ts'
import { acceptAll } from '../ledger/accept.ts'
import type { Submission } from '../ledger/types.ts'
import { createAccount, createTownship } from '../session/accounts.ts'
import { hashPassword } from '../session/passwords.ts'
import { addEntry } from '../years/entries.repository.ts'
import { addParagraph } from '../years/paragraphs.repository.ts'
import { accountNamed, accounts, callerOf, demoPassword, townshipId } from './accounts.ts'
import { demoBatches } from './batches.ts'
import type { Batch } from './batches.ts'
import { demoChanges } from './changes.ts'
import { demoEntries } from './entries.ts'
import { report2025 } from './texts/report-2025.ts'
import { founded } from './villages.ts'

/** How many batches go to the database with the statements of one. */
const together = 100

/** When the report of 2025 was written. */
const reportWritten = '2026-01-09T16:00:00+08:00'

/** What loading takes: the database, the time, and somebody who wants to know how far it is. */
export type DemoLoad = {
  readonly db: Database
  readonly clock: () => number
  readonly onProgress?: (done: number, all: number) => void
}

/**
 * Loads the demo into an empty database: township, accounts, then every change through `accept` as its author's, as if
 * sent at its time. All in one transaction, so that a process killed on the way leaves the database as empty as it was.
 */
export async function loadDemo({ db, clock, onProgress }: DemoLoad): Promise<void> {
  const batches = demoBatches(demoChanges({ today: shanghaiDay(clock()) }))
  const [password, nobodys] = await Promise.all([
    hashPassword(demoPassword),
    hashPassword(randomBytes(24).toString('hex')),
  ])
  await db.transaction().execute(async (trx) => {
    await createTownship(trx, { id: townshipId, name: '阳城镇', demo: true, now: founded })
    for (const { userId: id, username, name, roles, personId, villages, login } of accounts) {
      await createAccount(trx, {
        township: townshipId,
        id,
        username,
        name,
        roles,
        personId,
        villages: villages === 'all' ? null : villages,
        password: { hashed: login ? password : nobodys },
        now: founded,
      })
    }
    for (let done = 0; done < batches.length; done += together) {
      await send(trx, batches.slice(done, done + together))
      onProgress?.(Math.min(done + together, batches.length), batches.length)
    }
    for (const { day, ...entry } of demoEntries) {
      const now = Date.parse(`${day}T10:00:00+08:00`)
      await addEntry(trx, { township: townshipId, ...entry, by: accountNamed('supervisor').userId, now })
    }
    for (const paragraph of report2025) {
      const now = Date.parse(reportWritten)
      await addParagraph(trx, {
        township: townshipId,
        year: 2025,
        ...paragraph,
        by: accountNamed('supervisor').userId,
        now,
      })
    }
  })
}

/** Sends some batches; the demo is right as it is, so whatever isn't applied ends the whole. */
async function send(trx: Trx, batches: readonly Batch[]): Promise<void> {
  const accepted = await acceptAll(trx, batches.map(submissionOf))
  const refused = accepted.flatMap(({ results }) => results).find((result) => result.outcome !== 'applied')
  if (refused) {
    const why = (refused.problems ?? []).map((each) => `${each.path} ${each.code}`).join(', ')
    throw new Error(`the demo's change ${refused.changeId} was ${refused.outcome}: ${why}`)
  }
}

function submissionOf({ author, now, items }: Batch): Submission {
  const account = accountNamed(author)
  return {
    author: { caller: callerOf(account), allVillages: account.villages === 'all' },
    deviceId: null,
    sentAt: now,
    now,
    items: items.map((item) => item.change),
    onFailure: (error) => {
      throw error
    },
  }
}
