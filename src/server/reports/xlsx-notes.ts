import { shanghaiDay } from '../../domain/calendar/day.ts'
import { periodWords } from '../../domain/report/period-words.ts'
import type { Period } from '../../domain/report/periods.ts'
import type { Asked } from '../figures/query.ts'
import { type Cell, type Sheet, textCell } from './xlsx-cell.ts'

/** The last sheet: of what and when the workbook is, who took it out, and how it is to be read. */
export function notesSheet(of: {
  readonly townshipName: string
  readonly byName: string
  readonly named: Period
  readonly asked: Asked
  readonly now: number
  readonly reason: string
}): Sheet {
  const { townshipName, byName, named, asked, now, reason } = of
  const lines: readonly (readonly [label: string, words: string])[] = [
    ['乡镇', townshipName],
    ['时段', periodWords(named).zh],
    ['起止', `${asked.period.from} 至 ${asked.period.to}`],
    ['导出', `${byName} ${shanghaiDay(now)}`],
    ['个人信息', reason === '' ? '已遮住' : `含导出人有权看的。原因：${reason}`],
    ['台账', '各表按记录自己的日期列入，登记类列出时段内有效的，导出人看不到的内容留空。'],
    ['凭据数', '指标背后的记录条数。率的凭据是分母的记录，存量的凭据是期末有效的。'],
  ]
  return {
    name: '说明',
    header: ['项目', '内容'],
    widths: [12, 80],
    rows: lines.map(([label, words]): readonly Cell[] => [label, textCell(words)]),
  }
}
