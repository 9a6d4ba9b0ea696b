// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { Answer, Ask } from '../../../src/app/sync/ask.ts'
import type { SendEnd } from '../../../src/app/sync/send-types.ts'
import { uploadAll } from '../../../src/app/sync/uploads.ts'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import { problem } from './fake-server.ts'
import { change, content, entry, hash, photo, photoValue } from '../vault/makers.ts'

/** A phone with saved photos of these sizes, and a server that takes what `how` says. */
const phoneWith = async (sizes: readonly number[], how: (number: number) => SendEnd | 'lies') => {
  const vault = makeMemoryVault()
  for (const [index, size] of sizes.entries()) await vault.keepPhoto(photo(index + 1, { size }), content(index + 1))
  const set = { photos: sizes.map((_, index) => photoValue(index + 1)) }
  await vault.save({ add: [entry(1, { change: change(1, { set }) })] })
  const there = new Set<string>()
  const sent: { readonly hash: string; readonly address: string | undefined }[] = []
  let answer: Answer | null = null
  let time = 0
  const ask: Ask = async ({ path }) => {
    const asked = path.split('hash=')[1]?.split(',') ?? []
    const items = (await vault.photos())
      .filter((one) => asked.includes(one.hash) && there.has(one.hash))
      .map((one) => ({ hash: one.hash, size: one.size }))
    return answer ?? { kind: 'ok', status: 200, body: { items } }
  }
  const run = (force = false) =>
    uploadAll(
      {
        vault,
        ask,
        now: () => time,
        random: () => 0.5,
        sendPhoto: async ({ photo: { hash: sending, address }, onAddress }) => {
          sent.push({ hash: sending, address })
          const end = how(Number(sending.slice(-3)))
          onAddress(`/api/attachments/${sending.slice(-3)}`)
          if (end === 'all') there.add(sending)
          return end === 'lies' ? 'all' : end
        },
      },
      { force },
    )
  const states = async () => (await vault.photos()).map((one) => one.state)
  return {
    vault,
    run,
    sent,
    there,
    states,
    pass: (milliseconds: number) => void (time += milliseconds),
    say: (said: Answer | null) => void (answer = said),
  }
}

describe('sending photos', () => {
  test('smallest first, each gone only when the server has confirmed its own hash', async () => {
    const phone = await phoneWith([300, 100, 200], () => 'all')
    expect(await phone.run()).toMatchObject({ end: 'done', reached: true })
    expect(phone.sent.map((one) => one.hash)).toEqual([2, 3, 1].map(hash))
    expect(await phone.states()).toEqual(['sent', 'sent', 'sent'])
    expect(await phone.run()).toMatchObject({ end: 'done', reached: false })
  })

  test('what has arrived already isn’t sent again', async () => {
    const phone = await phoneWith([300, 100], () => 'all')
    phone.there.add(hash(1))
    await phone.run()
    expect(phone.sent.map((one) => one.hash)).toEqual([hash(2)])
    expect(await phone.states()).toEqual(['sent', 'sent'])
  })

  test('all bytes taken is no receipt: without the hash it stays, and begins anew', async () => {
    const phone = await phoneWith([100], () => 'lies')
    await phone.run()
    expect((await phone.vault.photos())[0]).toMatchObject({ state: 'kept', tries: 1, address: undefined })
  })

  test.each(['none', 404, 500, 413, 415, 422] as const)(
    'one that is stuck (%s) is not in the way of the next',
    async (how) => {
      const phone = await phoneWith([100, 200, 300], (number) => (number === 1 ? how : 'all'))
      await phone.run()
      expect(await phone.states()).toEqual(['kept', 'sent', 'sent'])
      const [stuck] = await phone.vault.photos()
      expect(stuck?.nextTryAt).toBeGreaterThan(0)
      expect(stuck?.refused).toBe(typeof how === 'number' && how > 404 && how < 500 ? String(how) : undefined)
      expect(phone.sent).toHaveLength(3)
      await phone.run()
      expect(phone.sent).toHaveLength(3)
      phone.pass(4_000_000)
      await phone.run()
      expect(phone.sent).toHaveLength(4)
      // Cut off, it goes on where it was; refused or lost there, it begins anew.
      expect(phone.sent[3]?.address).toBe(how === 'none' ? '/api/attachments/001' : undefined)
    },
  )

  test('no line, a log-in page, no session, a server that is starting: the run ends, nothing is marked', async () => {
    const cases: readonly (readonly [Answer, string])[] = [
      [{ kind: 'none', status: null, retryAfterMs: null }, 'none'],
      [{ kind: 'ok', status: 200, body: { hello: 'hotel' } }, 'none'],
      [problem(401, 'notSignedIn'), 'signedOut'],
      [problem(503, 'unavailable', 2000), 'wait'],
    ]
    for (const [answer, end] of cases) {
      const phone = await phoneWith([100], () => 'all')
      phone.say(answer)
      expect(await phone.run()).toMatchObject({ end })
      expect(phone.sent).toEqual([])
      expect(await phone.vault.photos()).toEqual([photo(1, { size: 100, recordId: change(1).recordId })])
    }
  })

  test('an answer about another size is no confirmation', async () => {
    const phone = await phoneWith([100], () => 'none')
    phone.say({ kind: 'ok', status: 200, body: { items: [{ hash: hash(1), size: 99 }] } })
    await phone.run()
    expect(await phone.states()).toEqual(['kept'])
  })

  test('a run gives way to records after twenty seconds; the next goes on', async () => {
    const phone = await phoneWith([1, 2, 3, 4], () => {
      phone.pass(15_000)
      return 'all'
    })
    expect(await phone.run()).toMatchObject({ end: 'done' })
    expect(phone.sent).toHaveLength(2)
    await phone.run()
    expect(await phone.states()).toEqual(['sent', 'sent', 'sent', 'sent'])
  })

  test('what only a form holds is not sent', async () => {
    const vault = makeMemoryVault()
    await vault.keepPhoto(photo(1), content(1))
    const never: Ask = async () => ({ kind: 'none', status: null, retryAfterMs: null })
    const ports = { vault, ask: never, now: () => 0, random: () => 0, sendPhoto: async () => 'all' as const }
    expect(await uploadAll(ports, { force: true })).toMatchObject({ end: 'done', reached: false })
  })
})
