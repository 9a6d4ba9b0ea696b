import type { Questions, QuestionPorts } from './ledger-questions.ts'

/** The questions to the server, whose code comes with the first one: no cold start and no form waits for it. */
export const laterQuestions = (ports: QuestionPorts): Questions => {
  let made: Promise<Questions> | null = null
  const questions = (): Promise<Questions> =>
    (made ??= import('./ledger-questions.ts').then(({ makeQuestions }) => makeQuestions(ports)))
  /** Logged out meanwhile: nobody asks any more. */
  const asking = async <T>(ask: (ready: Questions) => Promise<T | null>): Promise<T | null> => {
    const asker = ports.userId()
    const ready = await questions()
    return ports.userId() === asker ? ask(ready) : null
  }
  return {
    history: (...asked) => asking((ready) => ready.history(...asked)),
    figures: (...asked) => asking((ready) => ready.figures(...asked)),
    receipts: (...asked) => asking((ready) => ready.receipts(...asked)),
    series: (...asked) => asking((ready) => ready.series(...asked)),
    report: (...asked) => asking((ready) => ready.report(...asked)),
    yearState: (...asked) => asking((ready) => ready.yearState(...asked)),
    tell: async (...asked) => (await questions()).tell(...asked),
  }
}
