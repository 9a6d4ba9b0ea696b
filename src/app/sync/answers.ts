import type { FigureValue } from '../../domain/report/figure.ts'
import type { Outcome, Problem } from '../../domain/record/change.ts'
import type { Data } from '../../domain/value.ts'

/** One change of a record, as `/api/records/:id/history` tells it. */
export type HistoryItem = {
  readonly changeId: string
  readonly seq: number
  readonly outcome: Outcome
  readonly set: Data
  readonly was: Data | null
  readonly by: { readonly id: string; readonly name: string }
  readonly madeAt: string
  readonly acceptedAt: string
  readonly reason?: string
  readonly problems?: readonly (Problem & { readonly message?: string })[]
}

/** `/api/figures`: every figure of the period, in the report's order. */
export type FiguresAnswer = {
  readonly year: number
  readonly signed?: Signed
  readonly figures: readonly FigureValue[]
}

type Person = { readonly id: string; readonly name: string }

/** How a year was signed; `ruleChanged`: it is counted by other rules today. */
export type Signed = {
  readonly by: Person
  readonly at: string
  readonly hash: string
  readonly ruleChanged: boolean
}

/** `/api/years/:year`: what is typed and signed for a year, and what has moved since. */
export type YearAnswer = {
  readonly year: number
  /** Whether the asker types, writes and signs. */
  readonly mayKeep: boolean
  readonly entries: readonly {
    readonly figureId: string
    readonly value: number
    readonly source: string
    readonly by: Person
    readonly at: string
  }[]
  readonly signed: Signed | null
  readonly corrections: readonly {
    readonly figureId: string
    readonly signed: number | null
    readonly now: number | null
  }[]
  readonly late: readonly {
    readonly changeId: string
    readonly recordId: string
    readonly kind: string
    readonly number: string | null
    readonly by: Person
    readonly acceptedAt: string
    readonly reason: string | null
  }[]
}

/** `/api/years/:year/paragraphs`: the year's report by section, as it is written and as it reads filled. */
export type ReportAnswer = {
  readonly year: number
  readonly title: readonly string[]
  readonly township: string
  readonly county: string | null
  readonly mayKeep: boolean
  readonly signed: boolean
  /** Figures that stand as gaps. */
  readonly missing: readonly string[]
  readonly sections: readonly {
    readonly section: string
    readonly headings: readonly { readonly level: 1 | 2; readonly text: string }[]
    /** With its placeholders. */
    readonly text: string
    /** The text that goes for every year. */
    readonly standard: string
    readonly own: boolean
    readonly by?: Person
    readonly at?: string
    readonly filled: readonly (readonly {
      readonly text: string
      readonly figures?: readonly string[]
      readonly missing?: boolean
    }[])[]
  }[]
}

/** What became of something that only the server can do: done, or why not, with the fields that it is about. */
export type Done =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false
      /** `noAnswer`: no line to the server; else the server's own code. */
      readonly code: string
      readonly title: string
      readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[]
    }

/** A record that stands behind a figure, and what it adds to it in the unit shown. */
export type Receipt = {
  readonly recordId: string
  readonly kind: string
  readonly number: string | null
  /** Null: since ever. */
  readonly on: string | null
  readonly villageId: string | null
  readonly amount: number
  readonly counts: 'numerator' | 'denominator' | 'both'
  readonly subject?: string
}

/** `/api/figures/:id/records`, one page of it (from 1). */
export type Receipts = {
  readonly items: readonly Receipt[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** `/api/figures/:id/series`: twelve months (null after today) and every village in scope. */
export type Series = {
  readonly months: readonly { readonly month: number; readonly value: number | null }[]
  readonly villages: readonly { readonly villageId: string | null; readonly value: number | null }[]
}
