import { isObject } from '../../domain/value.ts'
import type { Vault } from '../vault/vault.ts'
import type { Done, FiguresAnswer, HistoryItem, Receipts, ReportAnswer, Series, YearAnswer } from './answers.ts'
import type { Ask } from './ask.ts'
import type { FiguresQuery, Kept } from './ledger-types.ts'

/** Longer than this nobody waits for a figure: the kept answer is shown. */
const patienceMs = 5000

/** What the server has to do may take it a while: a year's figures, a long text read. */
const commandMs = 30_000

export type QuestionPorts = {
  readonly vault: () => Vault | null
  readonly ask: Ask
  readonly now: () => number
  readonly userId: () => string | null
}

const queryText = (query: { readonly [name: string]: string | number | undefined }): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value))
  return params.toString()
}

/** A period by its days is told without its year: the server judges the one or the other. */
const asked = ({ year, month, ...rest }: FiguresQuery): Parameters<typeof queryText>[0] =>
  rest.from === undefined ? { year, month, ...rest } : rest

const hasList = (body: unknown, ...names: readonly string[]): boolean =>
  isObject(body) && names.every((name) => Array.isArray(body[name]))

type Errors = Extract<Done, { ok: false }>['errors']

const errorsIn = (body: { readonly [name: string]: unknown }): Errors =>
  (Array.isArray(body['errors']) ? body['errors'] : []).flatMap((one: unknown) =>
    isObject(one)
      ? [{ path: String(one['path'] ?? ''), code: String(one['code'] ?? ''), message: String(one['message'] ?? '') }]
      : [],
  )

/** Questions to the server whose last answer is kept, with its time, for when there's no line. */
export function makeQuestions({ vault, ask, now, userId }: QuestionPorts) {
  const keptAnswer = async <T>(path: string): Promise<Kept<T> | null> => {
    try {
      const kept = await vault()?.answer(path)
      return kept ? { value: kept.value as T, at: kept.at, fresh: false } : null
    } catch {
      return null
    }
  }
  const question = async <T>(
    path: string,
    isAnswer: (body: unknown) => boolean,
    keep = true,
  ): Promise<Kept<T> | null> => {
    const asker = userId()
    const answer = await ask({ method: 'GET', path, timeoutMs: patienceMs })
    // Logged out meanwhile: what comes was for somebody else.
    if (userId() !== asker) return null
    if (answer.kind !== 'ok' || !isAnswer(answer.body)) return await keptAnswer<T>(path)
    const at = new Date(now()).toISOString()
    // A look at one person is logged each time, and leaves nothing behind.
    if (keep) await vault()?.putAnswer(path, { value: answer.body, at })
    return { value: answer.body as T, at, fresh: true }
  }
  const idOf = (id: string): string => encodeURIComponent(id)

  return {
    history: async (recordId: string): Promise<Kept<readonly HistoryItem[]> | null> => {
      const kept = await question<{ items: readonly HistoryItem[] }>(`/api/records/${idOf(recordId)}/history`, (body) =>
        hasList(body, 'items'),
      )
      return kept && { ...kept, value: kept.value.items }
    },
    figures: (query: FiguresQuery): Promise<Kept<FiguresAnswer> | null> =>
      question(
        `/api/figures?${queryText(asked(query))}`,
        (body) => hasList(body, 'figures'),
        query.personId === undefined,
      ),
    receipts: (figureId: string, query: FiguresQuery, page: number): Promise<Kept<Receipts> | null> =>
      question(
        `/api/figures/${idOf(figureId)}/records?${queryText({ ...asked(query), page })}`,
        (body) => hasList(body, 'items'),
        query.personId === undefined,
      ),
    /** What is typed and signed for a year. */
    yearState: (year: number): Promise<Kept<YearAnswer> | null> =>
      question(`/api/years/${year}`, (body) => hasList(body, 'entries', 'corrections', 'late')),
    /** The year's report by section. */
    report: (year: number): Promise<Kept<ReportAnswer> | null> =>
      question(`/api/years/${year}/paragraphs`, (body) => hasList(body, 'title', 'missing', 'sections')),
    /** Has the server do, or tell, what only it can: nothing is queued or kept, so without a line it says so. */
    tell: async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Done> => {
      const answer = await ask({ method, path, timeoutMs: commandMs, ...(body === undefined ? {} : { body }) })
      if (answer.kind === 'ok') return { ok: true, body: answer.body }
      if (answer.kind === 'none') return { ok: false, code: 'noAnswer', title: '', errors: [] }
      return { ok: false, code: answer.code, title: String(answer.body['title'] ?? ''), errors: errorsIn(answer.body) }
    },
    series: (figureId: string, year: number): Promise<Kept<Series> | null> =>
      question(`/api/figures/${idOf(figureId)}/series?${queryText({ year })}`, (body) =>
        hasList(body, 'months', 'villages'),
      ),
  }
}

/** What may be asked of the server, and told to it. */
export type Questions = ReturnType<typeof makeQuestions>
