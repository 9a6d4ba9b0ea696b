import { createHash } from 'node:crypto'
import { canonical } from '../../domain/record/canonical.ts'
import type { FigureValue } from '../../domain/report/figure.ts'
import { periodOf } from '../../domain/report/periods.ts'
import type { Trx } from '../db/database.ts'
import { liveFiguresOf } from '../figures/year-figures.ts'
import { currentDefinitions } from '../ledger/definitions.ts'
import { signatureOf } from './signatures.repository.ts'

/** What a signature stands for: anybody can hash the frozen figures again and find them unaltered. */
export const hashOfYear = (of: {
  readonly township: string
  readonly year: number
  readonly definitions: string
  readonly figures: readonly FigureValue[]
}): string => `sha256:${createHash('sha256').update(canonical(of), 'utf8').digest('hex')}`

type Signing = { readonly township: string; readonly year: number; readonly by: string; readonly now: number }

async function nextRow(trx: Trx, { township, year, by, now }: Signing) {
  const [last, stand] = [
    await trx
      .selectFrom('year_signatures')
      .select((is) => is.fn.max('n').as('n'))
      .where('township', '=', township)
      .where('year', '=', year)
      .executeTakeFirst(),
    await trx.selectFrom('townships').select('seq').where('id', '=', township).executeTakeFirstOrThrow(),
  ]
  return { township, year, n: (last?.n ?? 0) + 1, by_user: by, signed_at: new Date(now), seq: stand.seq }
}

/** Freezes the year's figures with their hash and definitions; the township must be locked, the year open. */
export async function signYear(trx: Trx, of: Signing): Promise<string> {
  const { township, year } = of
  const figures = await liveFiguresOf(trx, township, {
    period: periodOf(year),
    wholeYear: true,
    villageId: null,
    personId: null,
  })
  const hash = hashOfYear({ township, year, definitions: currentDefinitions, figures })
  await trx
    .insertInto('year_signatures')
    .values({
      ...(await nextRow(trx, of)),
      signed: true,
      hash,
      figures: JSON.stringify(figures),
      definitions: currentDefinitions,
    })
    .execute()
  return hash
}

/** Opens a signed year again; what was signed stays on record. False where it wasn't signed. */
export async function unsignYear(trx: Trx, of: Signing): Promise<boolean> {
  if (!(await signatureOf(trx, of.township, of.year))) return false
  await trx
    .insertInto('year_signatures')
    .values({ ...(await nextRow(trx, of)), signed: false, hash: null, figures: null, definitions: null })
    .execute()
  return true
}
