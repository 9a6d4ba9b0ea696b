import { type Role, roles } from '../../domain/access/caller.ts'
import type { Trx } from '../db/database.ts'
import { anyOf } from '../db/database.ts'
import type { InputError } from '../errors.ts'
import type { Language } from '../http/language.ts'

/** What an administrator says of an account. */
export type AccountInput = {
  readonly name: string
  readonly roles: readonly Role[]
  readonly personId?: string | null
  readonly villages?: readonly string[] | null
}

type Words = readonly [zh: string, en: string]

const refusal = (language: Language, path: string, code: string, [zh, en]: Words): InputError => ({
  path,
  code,
  message: language === 'zh' ? zh : en,
})

async function allOfKind(trx: Trx, township: string, kind: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await trx
    .selectFrom('records')
    .select('id')
    .where('township', '=', township)
    .where('kind', '=', kind)
    .where('id', '=', anyOf(ids))
    .execute()
  return rows.length === new Set(ids).size
}

/**
 * What is wrong with an account: a name and a role it must have, each known and once; the auditor stands apart from
 * everybody he looks at (等保 2); its person and villages are of this township's registers.
 */
export async function accountProblems(
  trx: Trx,
  township: string,
  input: AccountInput,
  language: Language,
): Promise<readonly InputError[]> {
  const say = (path: string, code: string, words: Words): InputError => refusal(language, path, code, words)
  const problems: InputError[] = []
  if (input.name.trim() === '') problems.push(say('/name', 'required', ['填姓名。', 'Give a name.']))
  if (input.roles.length === 0) problems.push(say('/roles', 'required', ['至少选一个角色。', 'Choose a role.']))
  if (new Set(input.roles).size !== input.roles.length || input.roles.some((role) => !roles.includes(role)))
    problems.push(say('/roles', 'badChoice', ['角色不对，重新选。', 'No such role. Choose again.']))
  if (input.roles.includes('auditor') && input.roles.length > 1)
    problems.push(
      say('/roles', 'badChoice', [
        '审计不能兼其他角色。分开建账号。',
        'An auditor has no other role. Make two accounts.',
      ]),
    )
  if (input.personId && !(await allOfKind(trx, township, 'person', [input.personId])))
    problems.push(say('/personId', 'unknownLink', ['人员不在登记里。重新选。', 'No such person. Choose again.']))
  if (input.villages && !(await allOfKind(trx, township, 'village', input.villages)))
    problems.push(say('/villages', 'unknownLink', ['村不在登记里。重新选。', 'No such village. Choose again.']))
  return problems
}
