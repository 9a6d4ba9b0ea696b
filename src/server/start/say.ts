import type { Proof } from '../audit/prove.ts'
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
