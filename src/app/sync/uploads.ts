import { isObject } from '../../domain/value.ts'
import type { PhotoInfo } from '../vault/vault.ts'
import { entryDelayMs } from './backoff.ts'
import { isToSend } from './ledger-photos.ts'
import { endingOf } from './push.ts'
import type { Ending, SyncPorts } from './push.ts'
import type { SendPhoto } from './send-types.ts'

/** So many hashes are asked about at once. */
const askedAtOnce = 50
/** After so long a run ends, so that records saved meanwhile go first; the next run follows at once. */
const runMs = 20_000
/** A photo that the server won't have is offered again after this long: the server may have learned. */
const refusedMs = 3_600_000
/** So many failures in a row without one sent: the server is in trouble, not they. */
const failuresInRow = 3

export type UploadPorts = SyncPorts & { readonly sendPhoto: SendPhoto }

const ended = (end: Ending['end'], reached: boolean): Ending => ({ end, reached, tooOld: false, waitMs: null })

/** What is due, smallest first. */
export const dueUploads = (photos: readonly PhotoInfo[], now: number, force: boolean): readonly PhotoInfo[] =>
  photos.filter((photo) => isToSend(photo) && (force || (photo.nextTryAt ?? 0) <= now)).sort((a, b) => a.size - b.size)

/** The hashes that our server says it has, of these sizes; null: that was no answer of ours. */
const arrivedIn = (body: unknown, photos: readonly PhotoInfo[]): ReadonlySet<string> | null => {
  if (!isObject(body) || !Array.isArray(body['items'])) return null
  const said = new Map(body['items'].filter(isObject).map((one) => [one['hash'], one['size']]))
  return new Set(photos.filter((photo) => said.get(photo.hash) === photo.size).map((photo) => photo.hash))
}

/** Sends the photos of saved records, after the records. One leaves this phone's duty only by its own hash (FIELD-BUGS). */
export async function uploadAll(ports: UploadPorts, { force }: { readonly force: boolean }): Promise<Ending> {
  const { vault, ask, now, random, sendPhoto } = ports
  const begun = now()
  const due = dueUploads(await vault.photos(), begun, force)
  if (due.length === 0) return ended('done', false)

  /** Asks which have arrived and notes them; what hasn't, else how the run ends. */
  const confirm = async (photos: readonly PhotoInfo[]): Promise<readonly PhotoInfo[] | Ending> => {
    const path = `/api/attachments?hash=${photos.map((photo) => photo.hash).join(',')}`
    const answer = await ask({ method: 'GET', path, timeoutMs: 30_000 })
    if (answer.kind !== 'ok') return endingOf(answer) ?? ended(answer.kind === 'problem' ? 'trouble' : 'none', false)
    const arrived = arrivedIn(answer.body, photos)
    if (!arrived) return ended('none', false)
    for (const hash of arrived) {
      const noted = await vault.notePhoto(hash, { state: 'sent', sentAt: new Date(now()).toISOString() })
      if (!noted.ok) return ended('vault', true)
    }
    return photos.filter((photo) => !arrived.has(photo.hash))
  }
  const standAside = (photo: PhotoInfo, refused: string | undefined, keepAddress: boolean) => {
    const tries = (photo.tries ?? 0) + 1
    return vault.notePhoto(photo.hash, {
      tries,
      nextTryAt: now() + (refused === undefined ? entryDelayMs(tries, random()) : refusedMs),
      refused,
      ...(keepAddress ? {} : { address: undefined }),
    })
  }

  const left: PhotoInfo[] = []
  for (let at = 0; at < due.length; at += askedAtOnce) {
    const missing = await confirm(due.slice(at, at + askedAtOnce))
    if ('end' in missing) return missing
    left.push(...missing)
  }

  let failures = 0
  for (const photo of left) {
    if (now() - begun > runMs) break
    const held = await vault.photo(photo.hash)
    if (!held) {
      await standAside(photo, 'missing', false)
      continue
    }
    const end = await sendPhoto({
      photo,
      bytes: held.bytes,
      onAddress: (address) => void vault.notePhoto(photo.hash, { address }),
    })
    if (end === 401) return ended('signedOut', true)
    if (end === 429 || end === 503) return ended('wait', true)
    if (end === 400 || end === 413 || end === 415 || end === 422) {
      await standAside(photo, String(end), false)
      continue
    }
    // Whatever the line said: whether it has arrived, and whether the server is there at all, only this tells.
    const missing = await confirm([photo])
    if ('end' in missing) return missing
    if (missing.length === 0) {
      failures = 0
      continue
    }
    // All taken and yet not there: begun anew. Cut off: gone on with later, when others have had their turn.
    await standAside(photo, undefined, end === 'none')
    failures += 1
    if (failures >= failuresInRow) return ended('trouble', true)
  }
  return ended('done', true)
}
