import { kindNamed } from '../../domain/kinds/all.ts'
import type { Problem, Warning } from '../../domain/record/change.ts'
import { problemWords } from '../../domain/record/words.ts'
import type { Language } from '../http/language.ts'

/** Problems with their sentence in the caller's language, beside the code that programs go by. */
export const inWords = (
  problems: readonly (Problem | Warning)[],
  kind: string | null | undefined,
  language: Language,
) =>
  problems.map((problem) => ({
    path: problem.path,
    code: problem.code,
    message: problemWords(problem, kind ? kindNamed(kind) : undefined, language),
  }))
