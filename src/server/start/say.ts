import type { Proof } from '../audit/prove.ts'
import type { Counts } from '../backup/format.ts'
import type { Recount } from '../ledger/recount.ts'

/** Says what is going on where it takes longer than a second, and every ten seconds that it still is. */
export async function withProgress<T>(
  say: (line: string) => void,
  zh: string,
  en: string,
  work: () => Promise<T>,
): Promise<T> {
  const started = Date.now()
  const first = setTimeout(() => say(`… ${zh} · ${en}`), 1000)
  const beat = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000)
    say(`… ${zh}，已 ${seconds} 秒 · still ${en}, ${seconds} s`)
  }, 10_000)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(beat)
  }
}

const shown = 20

/** What a recount of one township came to, for the console: equal, or where not. */
export function recountLines(township: string, { records, facts, differences }: Recount): readonly string[] {
  const head = `${township}: ${records} 条记录 records, ${facts} 个事实 facts`
  if (differences.length === 0) return [`${head}，与台账一致 · equal`]
  const lines = differences.slice(0, shown).map(({ recordId, kind, measure, kept, rebuilt }) => {
    const [was, is] = [kept, rebuilt].map((fact) => (fact ? `${fact.amount} @ ${fact.on_day ?? '—'}` : '—'))
    return `  ${kind} ${recordId} ${measure}: 台账 kept ${was}, 重算 rebuilt ${is}`
  })
  const more = differences.length > shown ? [`  … ${differences.length - shown} more`] : []
  return [`${head}，${differences.length} 处不一致 · differ:`, ...lines, ...more]
}

const breaks = {
  missing: '缺失 is missing',
  altered: '被改动 was altered',
  body: '内容与摘要不符 its body doesn’t fit its digest',
  head: '与链头不符 the head isn’t the last link',
}

/** What the proof of one chain came to: whole, or its first broken link. */
export function proofLine(township: string, chain: string, { links, broken }: Proof): string {
  if (!broken) return `${township}: ${chain} ${links} 环完整 · links, whole`
  return `${township}: ${chain} 第 ${broken.link} 环${breaks[broken.why]} (link ${broken.link})`
}

const totals = ({ rows, files }: Counts): string =>
  `${rows['records'] ?? 0} 条记录 records, ${rows['changes'] ?? 0} 个变更 changes, ${files} 个附件 attachments`

const missingLines = (missing: readonly string[]): readonly string[] =>
  missing.length === 0
    ? []
    : [
        `${missing.length} 个附件缺失或损坏，不在备份里 · attachments missing or damaged, not in the backup:`,
        ...missing.slice(0, shown).map((name) => `  ${name}`),
        ...(missing.length > shown ? [`  … ${missing.length - shown} more`] : []),
      ]

/** What a backup came to, for the console. */
export const backupLines = (taken: Counts & { readonly path: string }): readonly string[] => [
  ...missingLines(taken.missing),
  `已备份 · backed up: ${totals(taken)}`,
  `含密钥和个人信息，妥善保管 · it holds secrets and personal data, keep it safe: ${taken.path}`,
]

/** What a restore came to, and what to do next. */
export const restoreLines = (
  whole: { readonly header: { readonly createdAt: string }; readonly counts: Counts },
  place: string,
): readonly string[] => [
  ...missingLines(whole.counts.missing),
  `已恢复备份 · restored the backup of ${whole.header.createdAt}: ${totals(whole.counts)}`,
  `数据 · data:  ${place}`,
  '接着运行 npm run audit 和 npm run recount 核对，再启动；所有人须重新登录',
  'Next: npm run audit and npm run recount prove it, then start; everybody logs in again',
  ...afterRestore,
]

/** DESIGN.md 5: until phones tell the server what it has lost, people must know. */
const afterRestore = [
  '备份之后编的文号只在手机和纸上，编新文号前先核对',
  'Numbers given after the backup are on phones and paper only: look before new ones are given',
]

/** Said at every start where a township came out of a backup. */
export const restoredLines = (
  townships: readonly { readonly name: string; readonly restoredAt: Date }[],
): readonly string[] =>
  townships.length === 0
    ? []
    : [
        ...townships.map(
          ({ name, restoredAt }) => `${name}: ${restoredAt.toISOString()} 从备份恢复 · restored from a backup`,
        ),
        ...afterRestore,
      ]

/** What a person needs to know once it runs. */
export type Standing = {
  readonly address: string
  readonly data: string
  readonly demo: boolean
  readonly secure: boolean
}

/** The lines that are printed when it can be used: where, as whom, where the data is, what a phone needs. */
export function welcome({ address, data, demo, secure }: Standing): readonly string[] {
  const accounts = 'officer officer2 mediator judge reviewer monitor supervisor county auditor admin'
  return [
    '',
    `网格台账 Gridbook 已就绪 · is ready:  ${address}`,
    ...(demo ? [`演示账号 · demo accounts:  ${accounts}`, '密码 · password:  Yangcheng-2025'] : []),
    `数据 · data:  ${data}`,
    ...(secure
      ? []
      : [
          '手机离线使用须走 https：设 TLS_CERT、TLS_KEY，或放在带证书的反向代理后并设 PUBLIC_URL，再设 HOST=0.0.0.0',
          'A phone needs https to work offline: set TLS_CERT and TLS_KEY, or a proxy with a certificate and PUBLIC_URL, and HOST=0.0.0.0',
        ]),
    '',
  ]
}
