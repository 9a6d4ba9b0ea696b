import type { Fact } from '../../../domain/report/fact.ts'
import { type FigureValue, isTyped } from '../../../domain/report/figure.ts'
import { figures as definitions } from '../../../domain/report/figures.ts'
import type { Words } from '../../i18n/useWords.ts'
import { changeText, shapeOf, unsentOf, valueText } from './figure-text.ts'

/** Whether somebody types the figure, once a year. */
export const isTypedFigure = (id: string): boolean => {
  const expression = definitions.find((one) => one.id === id)?.expression
  return expression !== undefined && isTyped(expression)
}

/** How far a plan has come, in words and as a share of it; null where there is no plan. */
const progressOf = ({ progress, value, unit }: FigureValue, t: Words['t']) => {
  if (!progress) return null
  const done = t('entry.done', { ...progress, unit })
  return {
    done,
    words: value === null ? done : t('entry.progress', { ...progress, unit, plan: value }),
    share: value ? Math.min(100, (progress.value / value) * 100) : null,
  }
}

/** A figure as screens show it: its value, its change or why there is none, what this phone will add. */
export const showFigure = (
  figure: FigureValue,
  { t, label }: Pick<Words, 't' | 'label'>,
  { wholeYear, facts }: { readonly wholeYear: boolean; readonly facts: readonly Fact[] },
) => {
  const definition = definitions.find((one) => one.id === figure.id)
  const decimals = definition?.decimals ?? 0
  const change = changeText(figure, decimals)
  const by = definition ?? { decimals, unit: figure.unit }
  const typed = isTypedFigure(figure.id)
  return {
    figure,
    definition,
    /** Somebody types it, once a year. */
    typed,
    /** Why no change stands beside it: typed by the year, not told by village, not typed yet. */
    instead:
      typed && !wholeYear
        ? t('year.yearly')
        : !figure.filtered
          ? t('year.notFiltered')
          : typed && figure.value === null
            ? t('entry.none')
            : '',
    /** Of a plan: what the year that it is for has come to. */
    progress: progressOf(figure, t),
    name: label(figure.label),
    value: figure.filtered ? valueText(figure.value, by) : '—',
    previous: valueText(figure.previous, by),
    unsent: unsentOf(definition, facts),
    /** Of a signed year: what the records give now, where that isn't what was signed. */
    corrected:
      figure.corrected === undefined
        ? ''
        : t('year.corrected', {
            value: `${valueText(figure.corrected, by)}${figure.corrected === null ? '' : figure.unit}`,
          }),
    shape: shapeOf(definition?.expression),
    /** The bare number, for a column that says 同比 above it. */
    moved:
      figure.change === 0
        ? t('year.still')
        : change === null
          ? '—'
          : figure.changeUnit === 'points'
            ? t('year.points', { value: change })
            : `${change}%`,
    change:
      figure.change === 0
        ? t('year.same')
        : change === null
          ? t('year.unknown')
          : figure.changeUnit === 'points'
            ? t('year.points', { value: change })
            : t('year.percent', { value: change }),
  }
}

export type ShownFigure = ReturnType<typeof showFigure>
