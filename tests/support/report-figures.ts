import { readFileSync } from 'node:fs'

/** One line of figures.csv: what the report of 2025 says of a figure. */
export type ReportFigure = {
  readonly id: string
  readonly section: string
  /** The words of the report that hold it. */
  readonly said: string
  readonly value: number
  readonly unit: string
  readonly how: string
}

/** The cells of a line; a quoted one may hold commas. */
const cellsOf = (line: string): readonly string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) =>
    (match[1] ?? '').replace(/^"|"$/g, '').replaceAll('""', '"'),
  )

/** The contract of the figures, in its order. */
export const reportFigures: readonly ReportFigure[] = readFileSync(
  new URL('../domain/fixtures/figures.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id = '', section = '', said = '', value = '', unit = '', how = ''] = cellsOf(line)
    return { id, section, said, value: Number(value), unit, how }
  })

/** What the report says of these figures, by id. */
export const reportedValues = (ids: readonly string[]): { readonly [id: string]: number } =>
  Object.fromEntries(reportFigures.filter(({ id }) => ids.includes(id)).map(({ id, value }) => [id, value]))
