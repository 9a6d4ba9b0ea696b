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
