import type { Change } from '../../domain/record/change.ts'
import { layOver } from '../../domain/record/meet.ts'
import type { Data } from '../../domain/value.ts'
import type { Account } from './accounts.ts'
import { instant, written } from './days.ts'
import { idOf } from './random.ts'

/** One change of the demo: whose, what, and when it is sent. */
export type DemoItem = { readonly author: string; readonly change: Change; readonly at: number }

/** A record as it is written on: each step knows what stood there before. */
export type Page = {
  readonly id: string
  readonly data: () => Data
  readonly edit: (author: Account, at: number, set: Data, reason?: string) => void
}

/** All that is written, by anybody. */
export type Book = {
  /** Makes a record; the key names it, for its id (where none is given) and those of its changes. */
  readonly open: (key: string, kind: string, author: Account, at: number, set: Data, id?: string) => Page
  readonly items: () => readonly DemoItem[]
}

/** An empty book. */
export const newBook = (): Book => {
  const items: DemoItem[] = []
  const open: Book['open'] = (key, kind, author, at, set, id = idOf(key, at)) => {
    let data: Data = layOver({}, set)
    let last = at
    let count = 0
    const log = (by: Account, change: Pick<Change, 'set' | 'was' | 'reason'>): void => {
      count += 1
      items.push({
        author: by.username,
        at: last,
        change: { id: idOf(`${key} ${count}`, last), recordId: id, kind, ...change, madeAt: written(last) },
      })
    }
    log(author, { set })
    const edit: Page['edit'] = (by, when, wanted, reason) => {
      last = Math.max(when, last + 60_000)
      const was = Object.fromEntries(Object.keys(wanted).map((name) => [name, data[name] ?? null]))
      log(by, { was, set: wanted, ...(reason === undefined ? {} : { reason }) })
      data = layOver(data, wanted)
    }
    return { id, data: () => data, edit }
  }
  return { open, items: () => items }
}

/** What was written before the day began, in the order of its times. */
export const writtenBefore = (book: Book, today: string): readonly DemoItem[] => {
  const end = instant(today, 0)
  return book
    .items()
    .filter((item) => item.at < end)
    .toSorted((a, b) => a.at - b.at)
}
