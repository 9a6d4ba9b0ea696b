/**
 * Figures that count the same people or things by two ways: where a draft gives them different numbers a reader will ask
 * why, though the ledger has both. The year's review covers the certificates of the officers there are.
 */
export const samePopulation: readonly (readonly [string, string])[] = [
  ['certificates-reviewed', 'enforcement-officers'],
]
