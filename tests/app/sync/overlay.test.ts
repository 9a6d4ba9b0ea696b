// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { kinds } from '../../../src/domain/kinds/all.ts'
import type { QueueEntry, ServerRecord } from '../../../src/app/sync/ledger-types.ts'
import { localOf, overlay, queueOf } from '../../../src/app/sync/overlay.ts'
import type { Acked } from '../../../src/app/vault/vault.ts'
import { acked, change, entry, id, record } from '../vault/makers.ts'

const byName = new Map(kinds.map((kind) => [kind.name, kind]))
const me = { id: 'wang', name: '王瑞' }
const show = (server: readonly ServerRecord[], queue: readonly QueueEntry[], taken: readonly Acked[] = []) =>
  overlay({ base: new Map(server.map((one) => [one.id, localOf(one)])), acked: taken, queue, kinds: byName, me }).get(
    id(500_001),
  )
const edit = (number: number, was: object, set: object, more: Partial<QueueEntry> = {}): QueueEntry =>
  entry(number, { change: change(number, { recordId: id(500_001), was: was as never, set: set as never }), ...more })
const held = (data: object, more: Partial<ServerRecord> = {}): ServerRecord =>
  record(1, { data: data as never, ...more })

describe('unsent changes over the server', () => {
  test('a chain of edits ends in its last', () => {
    const shown = show(
      [held({ placeName: 'a', basis: 'x' })],
      [edit(1, { placeName: 'a' }, { placeName: 'b' }), edit(2, { placeName: 'b' }, { placeName: 'c', basis: null })],
    )
    expect(shown).toMatchObject({ data: { placeName: 'c' }, sync: 'queued', version: 1, updatedBy: me })
    expect(shown?.data).not.toHaveProperty('basis')
  })

  test('lists meet element by element, as they will on the server', () => {
    const shown = show(
      [held({ officers: ['p1', 'p2', 'p9'] })],
      [edit(1, { officers: ['p1', 'p2'] }, { officers: ['p2', 'p3'] })],
    )
    expect(shown?.data['officers']).toEqual(['p2', 'p9', 'p3'])
  })

  test("where it will be a conflict, the author's own words stand until the server says so", () => {
    expect(
      show([held({ placeName: 'theirs' })], [edit(1, { placeName: 'a' }, { placeName: 'mine' })])?.data['placeName'],
    ).toBe('mine')
  })

  test('a conflict does not lie over the server, what was saved after it does', () => {
    const queue = [
      edit(1, { placeName: 'a' }, { placeName: 'b' }, { state: 'conflict' }),
      edit(2, { basis: null }, { basis: 'y' }),
    ]
    expect(show([held({ placeName: 'theirs' })], queue)).toMatchObject({
      data: { placeName: 'theirs', basis: 'y' },
      sync: 'attention',
    })
  })

  test('a creation whose answer was lost is not laid over what has become of it', () => {
    const shown = show([held({ placeName: 'edited by another' }, { version: 3 })], [entry(1)])
    expect(shown).toMatchObject({ data: { placeName: 'edited by another' }, version: 3, sync: 'queued' })
  })

  test('the state follows its field', () => {
    expect(
      show([held({ status: 'draft' }, { status: 'draft' })], [edit(1, { status: 'draft' }, { status: 'submitted' })])
        ?.status,
    ).toBe('submitted')
  })

  test('an edit of a record that is not here shows nothing', () => {
    expect(show([], [edit(1, { placeName: 'a' }, { placeName: 'b' })])).toBeUndefined()
  })
})

describe('what the server has taken since the pull', () => {
  test('stands, with its version and number, as synced', () => {
    expect(show([], [], [acked(1, { number: '西阳综检〔2026〕1号' })])).toMatchObject({
      version: 1,
      number: '西阳综检〔2026〕1号',
      sync: 'synced',
    })
  })

  test('is not laid over a record that the pull has brought as new or newer', () => {
    const taken = acked(1, { version: 2, change: change(1, { was: { placeName: 'a' }, set: { placeName: 'mine' } }) })
    expect(show([held({ placeName: 'later' }, { version: 3 })], [], [taken])?.data['placeName']).toBe('later')
    expect(show([held({ placeName: 'same' }, { version: 2 })], [], [taken])?.data['placeName']).toBe('same')
    expect(show([held({ placeName: 'a' }, { version: 1 })], [], [taken])?.data['placeName']).toBe('mine')
  })
})

test('the queue is the outbox and what other devices left, without doubles and without what is mended', () => {
  const attention = [entry(1, { state: 'conflict' }), entry(2, { state: 'rejected' }), entry(3, { state: 'rejected' })]
  const others = [
    entry(4, { state: 'rejected', change: change(4, { by: 'li' }) }),
    entry(5, { state: 'conflict', change: change(5, { by: 'li' }) }),
  ]
  const queue = queueOf([entry(1)], [...attention, ...others], [id(3)], 'wang')
  expect(queue.map((one) => [one.change.id, one.state])).toEqual([
    [id(1), 'queued'],
    [id(2), 'rejected'],
    [id(5), 'conflict'],
  ])
})
