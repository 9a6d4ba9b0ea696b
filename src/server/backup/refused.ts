/** Why a backup can't be taken or restored, each with its line for the console. The codes are permanent. */
const lines = {
  notABackup: '不是 Gridbook 的备份文件 · not a backup of Gridbook',
  unreadable: '备份文件无法读取 · the backup can’t be read',
  damaged: '备份文件不完整或被改动，没有恢复 · the backup is cut short or altered: nothing was restored',
  newerFormat: '备份出自更新的版本，请先升级 Gridbook · the backup is of a newer Gridbook: update this one first',
  notEmpty:
    '数据库不是空的，只能恢复到空数据库 · the database is not empty: a backup is restored into an empty one only',
  otherSecret:
    '本机的密钥与备份中的不同，请换一个数据目录，或设备份时的 GRIDBOOK_SECRET · this installation has another secret than the backup: use another data folder, or the GRIDBOOK_SECRET of then',
  nothing: '数据库里没有可备份的台账 · the database holds no ledger to back up',
  circle: '表之间的外键成环 · the foreign keys of the tables go in a circle',
} as const

export type RefusedCode = keyof typeof lines

/** A backup or a restore that can't be; its message is the line for the console. */
export class Refused extends Error {
  readonly code: RefusedCode
  constructor(code: RefusedCode, detail = '', cause?: unknown) {
    super(detail === '' ? lines[code] : `${lines[code]}: ${detail}`, { cause })
    this.code = code
  }
}
