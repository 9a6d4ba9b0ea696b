import type { Caller, Role } from '../../domain/access/caller.ts'
import { personNamed } from './people.ts'
import { idOf } from './random.ts'
import { founded, villageNamed, villages } from './villages.ts'

/** An account of the demo. Without `login` nobody can sign in: it only wrote some of the past. */
export type Account = {
  readonly username: string
  readonly userId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly personId: string | null
  readonly villages: 'all' | readonly string[]
  readonly login: boolean
}

/** The password of every demo account that can sign in. */
export const demoPassword = 'Yangcheng-2025'

/** The township's tenant, and its one record in the register. */
export const townshipId = idOf('township 阳城镇', founded)
export const townshipRecordId = idOf('township record 阳城镇', founded)

const account = (
  username: string,
  roles: readonly Role[],
  name: string,
  more: { readonly person?: true; readonly in?: readonly string[]; readonly login?: false } = {},
): Account => ({
  username,
  userId: idOf(`user ${username}`, founded),
  name,
  roles,
  personId: more.person ? personNamed(name).id : null,
  villages: more.in ? more.in.map((short) => villageNamed(short).id) : 'all',
  login: more.login ?? true,
})

/** Every account, those of the issue first. */
export const accounts: readonly Account[] = [
  account('officer', ['officer'], '陈禾', { person: true, in: ['石盘沟', '白果坪', '柳泉', '槐荫'] }),
  account('officer2', ['officer'], '周映山', { person: true, in: ['柳泉', '双桥', '青石湾', '云台'] }),
  account('mediator', ['mediator'], '吕长青', { person: true }),
  account('judge', ['mediator'], '韩秉正', { person: true }),
  account('reviewer', ['reviewer'], '宋知微', { person: true }),
  account('monitor', ['monitor'], '县司法局监督科'),
  account('supervisor', ['supervisor'], '程远', { person: true }),
  account('county', ['county'], '县法治办'),
  account('auditor', ['auditor'], '审计员'),
  account('admin', ['admin'], '系统管理员'),
  account('officer3', ['officer'], '杜望川', {
    person: true,
    in: ['石盘沟', '槐荫', '桐树岭', '梨园沟', '牛王庙'],
    login: false,
  }),
  account('officer4', ['officer'], '贺建林', {
    person: true,
    in: ['牛王庙', '竹林寨', '麦子坪', '前河'],
    login: false,
  }),
  account('officer5', ['officer'], '乔雨薇', {
    person: true,
    in: ['老君岭', '杨树坪', '云台', '桐树岭'],
    login: false,
  }),
  account('mediator2', ['mediator'], '方慧兰', { person: true, login: false }),
]

/** The account of that name. */
export const accountNamed = (username: string): Account => {
  const found = accounts.find((each) => each.username === username)
  if (!found) throw new Error(`no account ${username}`)
  return found
}

/** The officers who write of that village. */
export const officersOf = (villageId: string): readonly Account[] =>
  accounts.filter(
    (each) => each.roles.includes('officer') && each.villages !== 'all' && each.villages.includes(villageId),
  )

/** Whom the ledger judges the account's changes as. */
export const callerOf = (of: Account, township: string = townshipId): Caller => ({
  userId: of.userId,
  township,
  roles: of.roles,
  personId: of.personId,
  villages: of.villages === 'all' ? villages.map((village) => village.id) : of.villages,
})
