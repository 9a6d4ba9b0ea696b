import type { admin } from './zh/admin.ts'
import type { checker } from './zh/checker.ts'
import { form } from './zh/form.ts'
import type { held } from './zh/held.ts'
import { pages } from './zh/pages.ts'
import type { login } from './zh/login.ts'
import type { me } from './zh/me.ts'
import type { photos } from './zh/photos.ts'
import type { queue } from './zh/queue.ts'
import type { record } from './zh/record.ts'
import type { registers } from './zh/registers.ts'
import type { report } from './zh/report.ts'
import { shell } from './zh/shell.ts'
import type { signing } from './zh/signing.ts'
import type { unlock } from './zh/unlock.ts'
import type { year } from './zh/year.ts'

/** Short, spoken, verb first (LOOK.md, Words). Kinds and the domain's problems bring their own words. */
export const zh = { ...shell, ...pages, ...form }

/** What comes with the pages that say it (`photo-words.ts` and its like), and is not in the first script. */
type Later = typeof photos &
  typeof registers &
  typeof admin &
  typeof checker &
  typeof held &
  typeof login &
  typeof me &
  typeof queue &
  typeof record &
  typeof report &
  typeof year &
  typeof signing &
  typeof unlock

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** What every language must say. */
export type Messages = Same<typeof zh & Later>
