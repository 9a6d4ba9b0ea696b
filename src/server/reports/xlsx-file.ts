import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Sheet } from './xlsx-cell.ts'

const library = createRequire(import.meta.url).resolve('write-excel-file/node')

/**
 * Writing and packing a year's sheets takes a core for seconds, in one go: beside the thread that answers phones. A
 * text, so that it runs the same from the sources and from the build.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const write = require(workerData.library)
const text = { type: String, format: '@' }
const bold = { ...text, fontWeight: 'bold', backgroundColor: '#E1ECEA' }
const cellOf = (cell) =>
  cell === null ? null
  : typeof cell === 'string' ? { ...text, value: cell }
  : typeof cell === 'number' ? { type: Number, value: cell }
  : { type: Number, value: cell[0], format: cell[1] }
const sheets = []
parentPort.on('message', async (part) => {
  if (part === null) {
    const bytes = new Uint8Array(await (write.default ?? write)(sheets).toBuffer())
    parentPort.postMessage(bytes, [bytes.buffer])
    return parentPort.close()
  }
  if (part.name === undefined) return void sheets.at(-1).data.push(...part.rows.map((row) => row.map(cellOf)))
  sheets.push({
    sheet: part.name,
    data: [part.header.map((value) => ({ ...bold, value }))],
    columns: part.widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  })
})
`

/** So many rows go over at once: handing over a whole sheet would keep phones waiting. */
const rowsAtOnce = 250

/** Where the sheets of a workbook go one by one. */
export type Writer = {
  readonly add: (sheet: Sheet) => Promise<void>
  /** The file's bytes, once all sheets are in. */
  readonly finish: () => Promise<Buffer>
  /** Ends it, finished or not. */
  readonly end: () => Promise<void>
}

/** Begins a workbook (.xlsx). */
export function openWorkbook(): Writer {
  const worker = new Worker(program, {
    eval: true,
    workerData: { library },
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  })
  const bytes = new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (whole: Uint8Array) =>
      resolve(Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength)),
    )
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the workbook’s writer ended before it was done')))
  })
  // Who ends it early doesn't wait for the bytes.
  bytes.catch(() => {})
  return {
    add: async ({ rows, ...sheet }) => {
      worker.postMessage(sheet)
      for (let at = 0; at < rows.length; at += rowsAtOnce) {
        worker.postMessage({ rows: rows.slice(at, at + rowsAtOnce) })
        await setImmediate()
      }
    },
    finish: () => {
      worker.postMessage(null)
      return bytes
    },
    end: async () => {
      await worker.terminate()
    },
  }
}
