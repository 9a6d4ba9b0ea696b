import type { ColumnType } from 'kysely'
import type { FigureValue } from '../../domain/report/figure.ts'
import type { OptionalJson } from './json-column.ts'

/** A figure that no record gives, typed for a year; the highest `n` holds. Never updated. */
export interface YearEntryTable {
  township: string
  year: number
  figure_id: string
  n: number
  value: ColumnType<string, number, never>
  source: string
  by_user: string
  entered_at: Date
}

/** The text of a section of a year's report; the highest `n` holds. Never updated. */
export interface YearParagraphTable {
  township: string
  year: number
  section: string
  n: number
  content: string
  by_user: string
  written_at: Date
}

/** A year signed, or opened again; the highest `n` holds. Never updated. */
export interface YearSignatureTable {
  township: string
  year: number
  n: number
  signed: boolean
  by_user: string
  signed_at: Date
  /** Where the township's chain stood. */
  seq: number
  hash: string | null
  figures: OptionalJson<readonly FigureValue[]>
  /** The hash of the definitions in force. */
  definitions: string | null
}
