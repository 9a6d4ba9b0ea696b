import { Readable } from 'node:stream'
import { strFromU8, unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import type { Phone, TestServer } from './server.ts'

type Cell = string | number | boolean | Date | null

/** A workbook as another program reads it, and its files as they lie in it. */
export type Workbook = {
  readonly names: readonly string[]
  readonly header: (sheet: string) => readonly Cell[]
  /** The rows of a sheet under its header, by the columns' labels. */
  readonly rows: (sheet: string) => readonly { readonly [label: string]: Cell }[]
  readonly part: (path: string) => string
}

/** Fetches a workbook and reads it; throws where it was refused. */
export async function fetchWorkbook(server: TestServer, phone: Phone, url: string): Promise<Workbook> {
  const answer = await server.app.inject({ url, headers: { cookie: phone.cookie } })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  const sheets = await readWorkbook(Readable.from([answer.rawPayload]), { trim: false })
  const files = unzipSync(answer.rawPayload)
  const dataOf = (name: string): readonly (readonly Cell[])[] => {
    const sheet = sheets.find((one) => one.sheet === name)
    if (!sheet) throw new Error(`no sheet ${name}`)
    return sheet.data as readonly (readonly Cell[])[]
  }
  const header = (name: string): readonly Cell[] => dataOf(name)[0] ?? []
  return {
    names: sheets.map((one) => one.sheet),
    header,
    rows: (name) =>
      dataOf(name)
        .slice(1)
        .map((row) => Object.fromEntries(header(name).map((label, index) => [String(label), row[index] ?? null]))),
    part: (path) => strFromU8(files[path] ?? new Uint8Array()),
  }
}
