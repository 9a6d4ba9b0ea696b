import { admin } from './en/admin.ts'
import { checker } from './en/checker.ts'
import { form } from './en/form.ts'
import { held } from './en/held.ts'
import { pages } from './en/pages.ts'
import { registers } from './en/registers.ts'
import { report } from './en/report.ts'
import { shell } from './en/shell.ts'
import { signing } from './en/signing.ts'
import { unlock } from './en/unlock.ts'
import { year } from './en/year.ts'
import type { Messages } from './zh.ts'

/** The same words in English. */
export const en: Messages = {
  ...shell,
  ...pages,
  ...form,
  ...year,
  ...signing,
  ...unlock,
  ...registers,
  ...admin,
  ...held,
  ...report,
  ...checker,
}
