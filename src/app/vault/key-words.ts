/** A key on its way between windows of ours, through the worker's memory: never through the disk. */
export type HandedKey = { readonly user: string; readonly key: CryptoKey }

/** What windows and worker say to each other about keys. */
export type KeyWord =
  | { readonly gridbook: 'hold'; readonly handed: HandedKey }
  | { readonly gridbook: 'drop' }
  | { readonly gridbook: 'ask' }
  | { readonly gridbook: 'wanted' }
  | { readonly gridbook: 'lock' }

export const isKeyWord = (value: unknown): value is KeyWord =>
  typeof value === 'object' && value !== null && 'gridbook' in value
