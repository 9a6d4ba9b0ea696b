export type DisputeType = 'neighbour' | 'labour' | 'land' | 'contract' | 'family' | 'project' | 'other'

/** A dispute as a mediator writes it; {A} and {B} are the parties, [a/b] is drawn. The first sentence names it. */
export type DisputeText = readonly [type: DisputeType, summary: string, agreement: string]

/** One that is told as it was: an administrative or a latent dispute, with its day, village and end. */
export type ToldDispute = {
  readonly on: string
  readonly village: string
  readonly type: DisputeType
  readonly outcome: 'agreed' | 'withdrawn' | 'failed'
  readonly summary: string
  /** Who stands on each side. */
  readonly sides: readonly [string, string]
  readonly agreement?: string
}
