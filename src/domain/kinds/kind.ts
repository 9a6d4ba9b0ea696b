import type { Value } from '../value.ts'

/** Words in both languages of the screen, Chinese first. */
export type Label = { readonly zh: string; readonly en: string }

export type FieldType =
  | 'text'
  | 'longText'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'date'
  | 'dateTime'
  | 'choice'
  | 'choices'
  | 'boolean'
  | 'person'
  | 'people'
  | 'village'
  | 'enterprise'
  | 'record'
  | 'records'
  | 'group'
  | 'rows'
  | 'location'
  | 'photos'
  | 'files'
  | 'signature'
  | 'parties'
  | 'lawClauses'

export type Choice = { readonly value: string; readonly label: Label; readonly retired?: true }

type Compared = Value | { readonly than: string }

/**
 * A condition over a record's fields (DESIGN.md 3). On a list, `in` and `is` mean "holds one of".
 * Over a field that the reader may not see the answer is unknown (null), see conditions.ts.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly count: string; readonly gte: number }
  | { readonly field: string; readonly is: Compared }
  | { readonly field: string; readonly in: readonly Value[] }
  | { readonly field: string; readonly present: boolean }
  | { readonly field: string; readonly gt: Compared }
  | { readonly field: string; readonly gte: Compared }
  | { readonly field: string; readonly lt: Compared }
  | { readonly field: string; readonly lte: Compared }

export type Field = {
  readonly name: string
  readonly type: FieldType
  readonly label: Label
  /** Asked for in every state outside draft. */
  readonly required?: true
  readonly requiredWhen?: Condition
  /** Where it doesn't hold, the field is not on the form and a record with it is refused (`hidden`). */
  readonly visibleWhen?: Condition
  /** A number's bounds; a text's length in code points; a list's count. */
  readonly min?: number
  readonly max?: number
  /** A regular expression that a text must match as a whole. */
  readonly pattern?: string
  /** Digits behind the point of a decimal; money has two. */
  readonly decimals?: number
  readonly choices?: readonly Choice[]
  /** A value, or `today` for a date, `me` for a person or people (the person behind the account). */
  readonly default?: Value
  readonly help?: Label
  readonly personal?: true
  readonly retired?: true
  /** A date that may lie in the future: a deadline, the end of a certificate. */
  readonly future?: true
  /** The fields of a group or of each row. */
  readonly fields?: readonly Field[]
  /** The kind that a record link leads to; for people, the duty that the form offers first. */
  readonly of?: string
  /** The first state whose form asks for it; before that it is neither shown nor required. Only the form reads this. */
  readonly askedFrom?: string
  /** The key of the section of the form that it stands in. */
  readonly section?: string
}

/** Who may take a step: the author, any officer of the village, whoever handles the case, the supervisor. */
export type Mover = 'author' | 'officer' | 'handler' | 'supervisor'

export type State = {
  readonly name: string
  readonly label: Label
  /** Whether records in it count in figures. */
  readonly counts: boolean
}

export type Transition = {
  readonly from: string
  readonly to: string
  readonly by: readonly Mover[]
  /** Fields that must stand in the record to arrive there. */
  readonly requires?: readonly string[]
  /** What the button says. */
  readonly label: Label
}

export type SumOf =
  | 1
  | { readonly field: string }
  | { readonly lengthOf: string }
  | { readonly days: readonly [string, string] }

/** What one record adds, to which day, for whom (DESIGN.md 3, Measures). */
export type Measure = {
  readonly id: string
  /** Raised whenever it counts otherwise than before; 1 where none stands. A signed year keeps the count of its own. */
  readonly version?: number
  readonly when?: Condition
  readonly add: SumOf
  /** The date it counts at: one field or the latest of several; by default the kind's mainDate. */
  readonly at?: string | readonly string[]
  /** Makes a stock: the last day it stands, the earliest of these. */
  readonly until?: string | readonly string[]
  readonly distinct?: string | { readonly month: string } | { readonly quarter: string }
  readonly by?: { readonly village?: string; readonly people?: readonly string[] }
}

/** A rule over several fields or the registers that a field alone can't state. */
export type Rule =
  /** No earlier than; in rows, `then` is a date of each row and `first` another of its own, else one of the record. */
  | {
      readonly rule: 'dateOrder'
      readonly first: string
      readonly then: string
      readonly rows?: string
      readonly when?: Condition
    }
  | { readonly rule: 'certified'; readonly field: string; readonly on: string; readonly when?: Condition }
  | {
      readonly rule: 'notDuty'
      readonly field: string
      readonly role: string
      readonly unless: string
      readonly on: string
    }
  /** A number may not lie above another's; in rows, each row's own two. */
  | {
      readonly rule: 'notAbove'
      readonly field: string
      readonly limit: string
      readonly rows?: string
      readonly when?: Condition
    }
  /** More days than the law gives only warn: what is late is late, and must be written down. */
  | {
      readonly rule: 'within'
      readonly first: string
      readonly then: string
      readonly days: number
      /** Working days by the State Council's calendar (calendar/workdays.ts). */
      readonly workdays?: true
      readonly unless?: Condition
    }
  | {
      readonly rule: 'checkDigit'
      readonly field: string
      readonly key?: string
      readonly as: 'idNumber' | 'creditCode'
    }

export type Section = { readonly name: string; readonly label: Label }

export type Kind = {
  readonly name: string
  readonly version: number
  readonly label: Label
  /** One character in a square: 检 隐 调 (LOOK.md 6). */
  readonly glyph: string
  /** `case`: logged in the field; `register`: villages, people, duties, enterprises, the township. */
  readonly group: 'case' | 'register'
  /** Where it is offered among the others (families.ts). */
  readonly family?: string
  readonly mainDate?: string
  /** The letters of the official number between the township's and the year: 综检, 综患, 综调; registers have none. */
  readonly numberLetters?: string
  readonly sections: readonly Section[]
  readonly fields: readonly Field[]
  readonly states: readonly State[]
  readonly transitions: readonly Transition[]
  readonly rules: readonly Rule[]
  readonly measures: readonly Measure[]
  /** Fields that make the title and the second line of a list row, first that stands. */
  readonly title: readonly string[]
  readonly subtitle: readonly string[]
  /** Who may read it whole: everyone in the village's scope, or only those who handle it (fields that name them). */
  readonly handledBy?: readonly string[]
  /** The fields that still stand in lists for those who may not open it. */
  readonly listed?: readonly string[]
}

/** The field of that name. */
export const fieldOf = (kind: Kind, name: string): Field | undefined => kind.fields.find((field) => field.name === name)
