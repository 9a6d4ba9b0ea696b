import type { FigureValue } from '../figure.ts'
import { figureOf, isProblem, readPieces } from './placeholder.ts'
import type { FactName, Piece, Token } from './placeholder.ts'
import { gap, say } from './wording.ts'

/** All that a report's text is filled with. */
export type Told = {
  readonly year: number
  readonly township: string
  /** Null where the township's register doesn't say it: nothing stands for it then. */
  readonly county: string | null
  readonly figures: ReadonlyMap<string, FigureValue>
}

/** A stretch of the filled text: words, or what figures print; `missing`: a figure without a value stands as a gap in it. */
export type Run = { readonly text: string; readonly figures?: readonly string[]; readonly missing?: true }

/** A line of the report. */
export type Paragraph = readonly Run[]

/** Names come from registers: no brace of theirs may look like a placeholder that was left. */
export const plainName = (name: string): string => name.replace(/[{}｛｝\n]/g, '')

const factText = (fact: FactName, { year, township, county }: Told): string =>
  fact === 'year' ? String(year) : plainName(fact === 'township' ? township : (county ?? ''))

const runOf = (piece: Piece, told: Told): Run | null => {
  // Kept texts were read before they were kept: only one of another version of Gridbook can hold this.
  if (isProblem(piece)) return { text: gap, missing: true }
  if ('text' in piece) return { text: piece.text }
  if ('fact' in piece) return { text: factText(piece.fact, told) }
  const asked = piece.figures.flatMap((id) => {
    const figure = figureOf(id)
    return figure ? [{ figure, value: told.figures.get(id) }] : []
  })
  const said = say(asked, piece.way, piece.words)
  return said && { text: said.text, figures: piece.figures, ...(said.missing ? { missing: true as const } : {}) }
}

const joined = (runs: readonly Run[]): readonly Run[] => {
  const out: Run[] = []
  for (const run of runs) {
    const last = out[out.length - 1]
    if (last && !last.figures && !run.figures && !last.missing && !run.missing)
      out[out.length - 1] = { text: last.text + run.text }
    else if (run.text !== '') out.push(run)
  }
  return out
}

/** What one placeholder prints; '' where nothing is to be said. */
export const sayToken = (token: Token, told: Told): string => runOf(token, told)?.text ?? ''

/** Tokens with their figures in place; what has no value stands as a gap. */
export const fill = (tokens: readonly Piece[], told: Told): readonly Run[] =>
  joined(tokens.flatMap((piece) => runOf(piece, told) ?? []))

/** A section's text filled, by its lines; empty ones are left out. */
export const fillText = (text: string, told: Told): readonly Paragraph[] =>
  text.split('\n').flatMap((line) => {
    const runs = fill(readPieces(line.trim()), told)
    return runs.length === 0 ? [] : [runs]
  })
