import { canonical } from '../../domain/record/canonical.ts'
import type { Data } from '../../domain/value.ts'
import type { Saving, Vault } from '../vault/vault.ts'
import type { LedgerPorts } from './ledger-ports.ts'
import type { LedgerState } from './ledger-state.ts'
import type { NewChange, SaveResult, WorkingCopy } from './ledger-types.ts'
import { newEntries, resolution } from './new-entries.ts'

/** Whether a working copy is durable now. */
export type KeepResult = { readonly ok: true } | { readonly ok: false; readonly code: 'full' | 'closed' | 'unknown' }

/** A save from the screen: all of it or nothing. */
export type SaveRequest = {
  readonly changes: readonly NewChange[]
  /**
   * The working copy that this save ends. One id stands for one filling-in of one form: a second save with it answers
   * what the first did, and what is typed after it is no longer kept.
   */
  readonly workingCopyId?: string
}

/** Out of the screens' reactive wrappers, which no store can take; all of it is JSON anyway. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** A second tap this soon after the first is the same tap, where no working copy tells. */
const sameTapMs = 3000

export type SavingPorts = Pick<LedgerPorts, 'now' | 'offsetMinutes' | 'newId' | 'sealing'> & {
  readonly vault: () => Vault | null
  readonly state: LedgerState
  /** Something was saved: time to sync. */
  readonly onSaved: () => void
  readonly onFull: () => void
}

/** Saving, from the first tap on idempotent (FIELD-BUGS: cht-core#2439): what is saved is on the disk, whole, once. */
export function makeSaving({ vault, state, now, offsetMinutes, newId, sealing, onSaved, onFull }: SavingPorts) {
  const taps = new Map<string, { readonly result: Promise<SaveResult>; endedAt: number | null }>()
  // A form that was saved leaves no ghost: a late automatic save of it is passed over.
  const ended = new Set<string>()

  const write = async (changes: readonly NewChange[], more: Omit<Saving, 'add'>): Promise<SaveResult> => {
    const open = vault()
    const session = state.session.value
    if (!open || !session) return { ok: false, code: 'closed' }
    const userId = session.user.id
    const add = newEntries(plain(changes), {
      kinds: state.kinds.value,
      userId,
      newId,
      now: now(),
      offsetMinutes: offsetMinutes(),
    })
    const key = state.serverKey.value
    const sealer = { township: session.township.id, user: userId }
    // For the worker, which sends while the app is locked; what can't be sealed now is sealed at the next sync.
    const seal = key ? await sealing?.() : null
    const made = add.map((entry) => entry.change)
    const items = key && seal ? await seal.sealChanges(key, sealer, made).catch(() => null) : null
    const written = await open.save({ add, ...(items ? { items } : {}), ...more })
    if (!written.ok) {
      if (written.code === 'full') onFull()
      return written
    }
    onSaved()
    return { ok: true, changeIds: add.map((entry) => entry.change.id) }
  }

  const once = (key: string, lasting: boolean, work: () => Promise<SaveResult>): Promise<SaveResult> => {
    const tap = taps.get(key)
    if (tap && (tap.endedAt === null || lasting || now() - tap.endedAt < sameTapMs)) return tap.result
    const begun = { result: work(), endedAt: null as number | null }
    taps.set(key, begun)
    void begun.result.then((result) => {
      begun.endedAt = now()
      // What wasn't saved may be tried again.
      if (!result.ok) taps.delete(key)
    })
    return begun.result
  }

  const saving = (changes: readonly NewChange[], more: Omit<Saving, 'add'>): Promise<SaveResult> => {
    const { dropCopy } = more
    const key = dropCopy === undefined ? canonical([changes, more]) : `copy ${dropCopy}`
    return once(key, dropCopy !== undefined, async () => {
      if (dropCopy !== undefined) ended.add(dropCopy)
      const result = await write(changes, more)
      if (!result.ok && dropCopy !== undefined) ended.delete(dropCopy)
      return result
    })
  }
  const ending = (workingCopyId: string | undefined): Pick<Saving, 'dropCopy'> =>
    workingCopyId === undefined ? {} : { dropCopy: workingCopyId }

  return {
    save: ({ changes, workingCopyId }: SaveRequest): Promise<SaveResult> => saving(changes, ending(workingCopyId)),

    /** A refused change goes out, the new ones that replace it come in. */
    mend: (entryId: string, changes: readonly NewChange[], workingCopyId?: string): Promise<SaveResult> =>
      saving(changes, { drop: entryId, ...ending(workingCopyId) }),

    /** A conflict goes out, the change that settles it comes in. */
    resolve: async (entryId: string, picks: Data): Promise<SaveResult> => {
      const entry = state.queue.value.find((one) => one.change.id === entryId)
      if (!entry) return { ok: false, code: 'unknown' }
      const held = state.acknowledged.value.get(entry.change.recordId)?.data ?? {}
      return saving([resolution(entry, held, picks)], { drop: entryId })
    },

    saveWorkingCopy: async (copy: WorkingCopy): Promise<KeepResult> => {
      if (ended.has(copy.id)) return { ok: true }
      const written = await (vault()?.saveCopy(plain(copy)) ??
        Promise.resolve({ ok: false as const, code: 'closed' as const }))
      if (!written.ok && written.code === 'full') onFull()
      // The save that ended it may have overtaken this one.
      if (written.ok && ended.has(copy.id)) await vault()?.dropCopy(copy.id)
      return written
    },

    dropWorkingCopy: async (id: string): Promise<KeepResult> =>
      await (vault()?.dropCopy(id) ?? Promise.resolve({ ok: false as const, code: 'closed' as const })),
  }
}
