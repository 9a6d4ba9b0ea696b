import { type Figure, type FigureValue, isTyped } from '../../domain/report/figure.ts'
import { figures } from '../../domain/report/figures.ts'
import { shanghaiDay } from '../../domain/calendar/day.ts'
import type { Database } from '../db/database.ts'
import type { Asked } from '../figures/query.ts'
import { receiptsOf } from '../figures/receipts.ts'
import { figuresOf } from '../figures/year-figures.ts'
import { entriesOf, type Entry } from '../years/entries.repository.ts'
import { type Cell, fixed, type Sheet, textCell } from './xlsx-cell.ts'

/** The report's sections by their names, as the report itself counts them. */
const sectionNames: { readonly [section: string]: string } = {
  '1.1': '一（一）政治责任',
  '1.2': '一（二）执法规范',
  '1.3': '一（三）府院联动',
  '1.4': '一（四）法制审核',
  '1.5': '一（五）依法履职',
  '2.1': '二（一）存在不足',
  '2.3': '二（三）整改情况',
  '3': '三、下步打算',
}

const columns: readonly (readonly [label: string, width: number])[] = [
  ['报告部分', 20],
  ['指标', 28],
  ['指标编号', 36],
  ['数值', 12],
  ['单位', 8],
  ['上年同期', 12],
  ['同比', 10],
  ['同比单位', 10],
  ['分子', 10],
  ['分母', 10],
  ['口径', 60],
  ['来源', 40],
  ['凭据数', 10],
  ['进展', 20],
  ['签定后更正为', 14],
]

const isRate = ({ unit }: Figure): boolean => unit === '%'

/** A rate keeps its decimals, but 100 and 0; anything else is as exact as it is. */
const valueCell = (figure: Figure, value: number | null | undefined): Cell => {
  if (value === null || value === undefined) return null
  return isRate(figure) && value !== 100 && value !== 0 ? fixed(value, figure.decimals) : value
}

const changeCell = (figure: Figure, { change, changeUnit }: FigureValue): Cell =>
  change === null ? null : fixed(change, changeUnit === 'points' ? Math.max(1, figure.decimals) : 1)

const sourceText = (figure: Figure, entry: Entry | undefined, wholeYear: boolean): string => {
  if (!isTyped(figure.expression)) return '台账记录'
  if (!wholeYear) return '按年填报'
  return entry ? `${entry.source}（${entry.by.name} ${shanghaiDay(Date.parse(entry.at))} 填）` : '未填'
}

const progressText = ({ progress, value }: FigureValue, unit: string): string =>
  progress ? `${progress.year}年已 ${progress.value} ${unit}${value === null ? '' : ` / 计划 ${value} ${unit}`}` : ''

/** The first sheet: every figure of the period, in the report's order, with its definition and where it comes from. */
export async function figureSheet(db: Database, township: string, asked: Asked): Promise<Sheet> {
  const values = new Map((await figuresOf(db, township, asked)).map((one) => [one.id, one]))
  const entries = new Map((await entriesOf(db, township, asked.year)).map((one) => [one.figureId, one]))
  const rows: (readonly Cell[])[] = []
  for (const figure of figures) {
    const told = values.get(figure.id)
    if (!told) continue
    const receipts = await receiptsOf(db, township, figure, asked, { limit: 1, offset: 0 })
    rows.push([
      textCell(sectionNames[figure.section] ?? figure.section),
      textCell(told.label.zh),
      textCell(figure.id),
      valueCell(figure, told.value),
      textCell(told.unit),
      valueCell(figure, told.previous),
      changeCell(figure, told),
      told.change === null ? null : told.changeUnit === 'points' ? '个百分点' : '%',
      told.numerator ?? null,
      told.denominator ?? null,
      textCell(told.definition.zh),
      textCell(sourceText(figure, entries.get(figure.id), asked.wholeYear)),
      receipts.total,
      textCell(progressText(told, told.unit)),
      valueCell(figure, told.corrected),
    ])
  }
  return {
    name: '指标',
    header: columns.map(([label]) => label),
    widths: columns.map(([, width]) => width),
    rows,
  }
}
