import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import '../../../src/app/i18n/year-words.ts'
import EntrySheet from '../../../src/app/pages/year/EntrySheet.vue'
import PeriodSheet from '../../../src/app/pages/year/PeriodSheet.vue'
import { showFigure } from '../../../src/app/pages/year/shown-figure.ts'
import WorkbookSheet from '../../../src/app/pages/year/WorkbookSheet.vue'
import { i18n } from '../../../src/app/i18n/i18n.ts'
import type { FigureValue } from '../../../src/domain/report/figure.ts'
import { figures } from '../../../src/domain/report/figures.ts'
// Fetched with the first question on the phone; here it must be there by then.
import '../../../src/app/sync/ledger-questions.ts'
import { periodOf } from '../../../src/domain/report/periods.ts'
import { around } from '../form/mount.ts'
import { json } from '../sync/fake-server.ts'

afterEach(() => document.body.replaceChildren())

const words = { t: i18n.global.t as never, label: (one?: { zh: string }) => one?.zh ?? '' }
const valueOf = (id: string, more: Partial<FigureValue> = {}): FigureValue => {
  const figure = figures.find((one) => one.id === id)
  if (!figure) throw new Error(`no figure ${id}`)
  const { section, label, unit, definition } = figure
  const none = { value: null, previous: null, change: null, changeUnit: 'percent' as const, filtered: true }
  return { id, section, label, unit, definition, ...none, ...more }
}
const shown = (figure: FigureValue, wholeYear = true) => showFigure(figure, words, { wholeYear, facts: [] })

describe('a figure that no record gives', () => {
  test('says that it is typed by the year outside one, and that it isn’t typed yet in one', () => {
    expect(shown(valueOf('industrial-output', { filtered: false }), false)).toMatchObject({
      value: '—',
      instead: '按年填报',
    })
    expect(shown(valueOf('industrial-output'))).toMatchObject({ value: '—', instead: '未填' })
    expect(shown(valueOf('industrial-output', { value: 12.6 }))).toMatchObject({ value: '12.6', instead: '' })
    expect(shown(valueOf('safety-inspections', { filtered: false }))).toMatchObject({ instead: '不按村分' })
  })

  test('says how far a plan has come, in words and as a share', () => {
    const progress = { year: 2026, value: 2 }
    expect(shown(valueOf('planned-study-sessions', { value: 4, progress })).progress).toEqual({
      done: '2026年已 2 次',
      words: '2026年已 2 次 / 计划 4 次',
      share: 50,
    })
    expect(shown(valueOf('planned-study-sessions', { progress })).progress).toMatchObject({
      words: '2026年已 2 次',
      share: null,
    })
    const more = { year: 2026, value: 9 }
    expect(shown(valueOf('planned-study-sessions', { value: 4, progress: more })).progress?.share).toBe(100)
    expect(shown(valueOf('safety-inspections', { value: 130 })).progress).toBeNull()
  })
})

const inSheet = <T extends Element = HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(`.sheet-in ${selector}`)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
const tap = async (text: string): Promise<void> => {
  const button = [...document.querySelectorAll<HTMLElement>('.sheet-in button')].find(
    (one) => one.textContent?.trim() === text,
  )
  if (!button) throw new Error(`no button ${text}`)
  button.click()
  await flushPromises()
}
const write = async (selector: string, text: string): Promise<void> => {
  const input = inSheet<HTMLInputElement>(selector)
  input.value = text
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}
const problems = (): readonly string[] =>
  [...document.querySelectorAll('.sheet-in .err')].map((one) => one.textContent?.trim() ?? '')

describe('typing it', () => {
  const opened = async () => {
    const place = await around()
    const wrapper = mount(EntrySheet, {
      props: { shown: shown(valueOf('industrial-output')), year: 2025, entry: null },
      global: { plugins: place.plugins },
      attachTo: document.body,
    })
    await flushPromises()
    const puts = () => place.server.asked.filter((one) => one.method === 'PUT')
    return { ...place, wrapper, puts }
  }

  test('understands full-width digits, and sends value and source', async () => {
    const { server, wrapper, puts } = await opened()
    server.refuse = ({ method }) => (method === 'PUT' ? json(null) : null)
    await write('#entry-value', '１２．６')
    await write('#entry-source', ' 统计公报 ')
    await tap('存下')
    await vi.waitFor(() => expect(wrapper.emitted('saved')).toHaveLength(1))
    expect(puts()).toMatchObject([
      { path: '/api/years/2025/entries/industrial-output', body: { value: 12.6, source: '统计公报' } },
    ])
  })

  test('tells at each field what is missing, and sends nothing', async () => {
    const { puts } = await opened()
    await write('#entry-value', '一十二')
    await tap('存下')
    expect(problems()).toEqual(['填数字，如 12.6。', '写明来源，如统计公报、批复文号。'])
    expect(inSheet('#entry-value').getAttribute('aria-invalid')).toBe('true')
    expect(inSheet('#entry-source').getAttribute('aria-describedby')).toBe('entry-source-bad')
    expect(puts()).toEqual([])
  })

  test('shows the server’s refusal at its field, or the whole one', async () => {
    const { server, wrapper } = await opened()
    const errors = [{ path: '/value', code: 'outOfRange', message: '最多 4 位小数。' }]
    server.refuse = ({ method }) => (method === 'PUT' ? json({ title: 'x', code: 'badRequest', errors }, 400) : null)
    await write('#entry-value', '1.23456')
    await write('#entry-source', '公报')
    await tap('存下')
    await vi.waitFor(() => expect(problems()).toEqual(['最多 4 位小数。']))
    server.refuse = ({ method }) => (method === 'PUT' ? json({ title: '这一年已签定', code: 'signed' }, 409) : null)
    await tap('存下')
    await vi.waitFor(() => expect(problems()).toEqual(['这一年已签定']))
    expect(wrapper.emitted('saved')).toBeUndefined()
  })

  test('says so where there is no line, and keeps what was typed', async () => {
    const { server } = await opened()
    server.weather = () => 'lostBefore'
    await write('#entry-value', '12.6')
    await write('#entry-source', '公报')
    await tap('存下')
    await vi.waitFor(() => expect(problems()).toEqual(['要连上网才能填。']))
    expect(inSheet<HTMLInputElement>('#entry-value').value).toBe('12.6')
  })
})

describe('choosing a period', () => {
  const opened = async (period = periodOf(2025)) => {
    const { plugins } = await around()
    const wrapper = mount(PeriodSheet, {
      props: { period, years: [2026, 2025, 2024], today: '2026-11-25' },
      global: { plugins },
      attachTo: document.body,
    })
    await flushPromises()
    return wrapper
  }

  test('takes a part of the year by one tap', async () => {
    const wrapper = await opened()
    await tap('上半年')
    expect(wrapper.emitted('pick')).toEqual([[{ from: '2025-01-01', to: '2025-06-30' }]])
    expect(wrapper.emitted('close')).toHaveLength(1)
  })

  test('keeps the part when another year is taken', async () => {
    const wrapper = await opened(periodOf(2025, 2))
    await tap('2024年')
    expect(wrapper.emitted('pick')).toEqual([[{ from: '2024-02-01', to: '2024-02-29' }]])
    expect(wrapper.emitted('close')).toBeUndefined()
  })

  test('takes days as people write them', async () => {
    const wrapper = await opened()
    await tap('自选起止')
    await write('#period-from', '2025.3.5')
    await write('#period-to', '２０２５年６月２０日')
    await tap('看 2025年3月5日至6月20日')
    expect(wrapper.emitted('pick')).toEqual([[{ from: '2025-03-05', to: '2025-06-20' }]])
  })

  test('tells at its field which day is none, and when the last lies before the first', async () => {
    const wrapper = await opened()
    await tap('自选起止')
    await write('#period-from', '2025-02-30')
    await tap('看 自选起止')
    expect(problems()).toEqual(['没有这一天，可写 2025-03-05。'])
    await write('#period-from', '2025-03-05')
    await write('#period-to', '2025-03-04')
    expect(problems()).toEqual(['止日早于起日。改一头。'])
    expect(inSheet('#period-to').getAttribute('aria-describedby')).toBe('period-to-bad')
    expect(wrapper.emitted('pick')).toBeUndefined()
  })
})

describe('the workbook', () => {
  const opened = async (period = periodOf(2025)) => {
    const place = await around()
    mount(WorkbookSheet, {
      props: { period, title: '2025年' },
      global: { plugins: place.plugins },
      attachTo: document.body,
    })
    await flushPromises()
    return place
  }

  test('is asked for by its year, or by its days', async () => {
    await opened()
    expect(inSheet('a').getAttribute('href')).toBe('/api/reports/2025.xlsx')
    document.body.replaceChildren()
    await opened({ from: '2024-07-01', to: '2025-06-30' })
    expect(inSheet('a').getAttribute('href')).toBe('/api/reports/2024.xlsx?from=2024-07-01&to=2025-06-30')
  })

  test('takes a reason along, none that is too long', async () => {
    await opened()
    await write('#workbook-reason', ' 纪委 & 调卷 ')
    expect(new URL(inSheet<HTMLAnchorElement>('a').href).searchParams.get('reason')).toBe('纪委 & 调卷')
    await write('#workbook-reason', '长'.repeat(201))
    expect(document.querySelector('.sheet-in a')).toBeNull()
    expect(problems()).toEqual(['原因最多 200 个字。'])
  })

  test('says so where there is no line', async () => {
    const { ledger, server } = await opened()
    server.weather = () => 'lostBefore'
    await ledger.syncNow()
    await flushPromises()
    expect(document.querySelector('.sheet-in a')).toBeNull()
    expect(inSheet('.pad').textContent).toContain('要连上网才能下载。')
  })
})
