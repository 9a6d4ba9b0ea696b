import type { Holdings, Vault, Written } from '../vault/vault.ts'
import type { LedgerState } from './ledger-state.ts'

/** What the screens hold while no vault is open. */
export const nothing: Holdings = {
  session: null,
  username: null,
  cursor: null,
  seen: null,
  attention: [],
  mended: [],
  sweeping: false,
  serverKey: null,
  kinds: [],
  records: [],
  outbox: [],
  workingCopies: [],
  acked: [],
  photos: [],
}

export type Mirror = {
  /** The vault; what it has written, the screens show. */
  readonly vault: Vault
  /** Reads all anew: another window or the worker has written. */
  readonly reload: () => Promise<void>
  /** From now on nothing of this vault is shown, whatever is still under way. */
  readonly leave: () => void
}

/** Keeps the screens' state in step with a vault, and tells the other windows (`tell`) of every change. */
export function mirror(vault: Vault, state: LedgerState, tell: () => void): Mirror {
  let writes = 0
  let sweeping = false
  let left = false

  const reload = async (): Promise<void> => {
    for (let tries = 0; tries < 5; tries += 1) {
      const before = writes
      const answered = await vault.answered()
      if (answered.length > 0) await (await import('./take-answers.ts')).takeAnswers(vault, answered)
      const held = await vault.load()
      if (left) return
      // A write that ended meanwhile may not be in what was read: it would vanish from the screen.
      if (before !== writes) continue
      sweeping = held.sweeping
      state.take(held)
      return
    }
  }
  const then = async (writing: Promise<Written>, show: () => void, telling = true): Promise<Written> => {
    const written = await writing
    if (!written.ok || left) return written
    writes += 1
    show()
    if (telling) tell()
    return written
  }

  const mirrored: Vault = {
    ...vault,
    save: (saving) => then(vault.save(saving), () => state.saved(saving)),
    settle: (settling) =>
      then(vault.settle(settling), () => state.settled(settling), settling.acked.length + settling.changed.length > 0),
    saveCopy: (copy) => then(vault.saveCopy(copy), () => state.copySaved(copy)),
    dropCopy: (id) => then(vault.dropCopy(id), () => state.copyDropped(id)),
    beginSweep: () => then(vault.beginSweep(), () => void (sweeping = true), false),
    takePage: async (page) => {
      const moved = page.records.length + page.gone.length > 0 || (page.last && sweeping)
      const written = await then(vault.takePage(page), () => state.pageTaken(page), moved)
      if (written.ok && page.last && sweeping) {
        sweeping = false
        await reload().catch(() => undefined)
      }
      return written
    },
    putSession: (session, username) =>
      then(vault.putSession(session, username), () => {
        state.session.value = session
        state.username.value = username
      }),
    putKinds: (kinds) =>
      then(vault.putKinds(kinds), () => void (state.kinds.value = new Map(kinds.map((kind) => [kind.name, kind])))),
    putServerKey: (key) => then(vault.putServerKey(key), () => void (state.serverKey.value = key), false),
    putAttention: (entries) => then(vault.putAttention(entries), () => void (state.attention.value = entries), false),
    keepPhoto: (photo, content) => then(vault.keepPhoto(photo, content), () => state.photoKept(photo)),
    notePhoto: (hash, news) => then(vault.notePhoto(hash, news), () => state.photoNoted(hash, news)),
    forgetPhotos: async (before) => {
      const written = await vault.forgetPhotos(before)
      if (written.ok && !left) state.photos.value = await vault.photos().catch(() => state.photos.value)
      return written
    },
    wipe: () => then(vault.wipe(), () => state.take(nothing)),
  }
  return { vault: mirrored, reload, leave: () => void (left = true) }
}
