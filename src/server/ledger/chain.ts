import { createHash, randomBytes } from 'node:crypto'

const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`

/** A salt of 128 bits: without it a short body could be guessed from its digest after it was erased. */
export const newSalt = (): string => randomBytes(16).toString('base64url')

/** The salted digest of a change's body; it stays when body and salt are erased, and then says nothing. */
export const digestOf = (salt: string, body: string): string => sha256(`${salt}\n${body}`)

/** What a link of a township's chain holds, beside the link before it. */
export type Link = { readonly seq: number; readonly id: string; readonly outcome: string; readonly digest: string }

/** The chain's head after one more change: nothing before it can be altered without altering it. */
export const nextHash = (before: string, link: Link): string =>
  sha256([before, link.seq, link.id, link.outcome, link.digest].join('\n'))

/** Where a township's chain begins. */
export const firstHash = (township: string): string => sha256(`gridbook ${township}`)

/** The first link that doesn't follow from the one before, or null where the chain holds. */
export function brokenLink(township: string, links: readonly (Link & { readonly hash: string })[]): number | null {
  let before = firstHash(township)
  for (const [index, link] of links.entries()) {
    if (link.seq !== index + 1 || link.hash !== nextHash(before, link)) return link.seq
    before = link.hash
  }
  return null
}
