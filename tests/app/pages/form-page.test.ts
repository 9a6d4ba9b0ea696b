import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import FormPage from '../../../src/app/pages/form/FormPage.vue'
import { settle } from '../sync/fake-ports.ts'
import { around } from '../form/mount.ts'
import { id } from '../vault/makers.ts'

const copyId = id(77)

/** The form's page on a phone in memory, at that address; the line is down. */
const opened = async (query: string, phone?: Awaited<ReturnType<typeof around>>) => {
  const place = phone ?? (await around())
  place.server.weather = () => 'lostBefore'
  await place.routes.push(`/form/${copyId}?${query}`)
  const wrapper = mount(FormPage, { global: { plugins: place.plugins }, attachTo: document.body })
  await flushPromises()
  const field = (name: string) =>
    wrapper.find<HTMLInputElement>(`[data-path="/set/${name}"] input, [data-path="/set/${name}"] textarea`)
  const type = async (name: string, text: string): Promise<void> => {
    await field(name).setValue(text)
  }
  const tap = async (words: string): Promise<void> => {
    await wrapper
      .findAll('.sticky button')
      .find((button) => button.text() === words)
      ?.trigger('click')
    await flushPromises()
  }
  return { ...place, wrapper, field, type, tap }
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

describe('what is being typed', () => {
  test('is kept within half a second of a key, without leaving the field, and nothing before it', async () => {
    const { ledger, type } = await opened('kind=hazard')
    expect(ledger.workingCopies).toEqual([])
    await type('description', '疏散通道堆放菌袋')
    await vi.advanceTimersByTimeAsync(499)
    expect(ledger.workingCopies).toMatchObject([
      { id: copyId, kind: 'hazard', base: null, values: { description: '疏散通道堆放菌袋' } },
    ])
  })

  test('stands there again, at the same field, when the app was killed', async () => {
    const first = await opened('kind=hazard')
    first.wrapper
      .find('[data-path="/set/description"] textarea')
      .element.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    await first.type('description', '疏散通道堆放菌袋')
    await vi.advanceTimersByTimeAsync(499)
    const recordId = first.ledger.workingCopies[0]?.recordId
    document.body.replaceChildren()
    const again = await opened('', first)
    expect(again.field('description').element.value).toBe('疏散通道堆放菌袋')
    expect(document.activeElement).toBe(again.field('description').element)
    await again.type('description', '疏散通道堆放菌袋和木料')
    await vi.advanceTimersByTimeAsync(499)
    expect(again.ledger.workingCopies).toHaveLength(1)
    expect(again.ledger.workingCopies[0]).toMatchObject({ recordId, at: 'description' })
  })

  test('stays as a listed copy when the form is left', async () => {
    const { ledger, type, wrapper } = await opened('kind=hazard')
    await type('description', '灭火器过期')
    wrapper.unmount()
    await flushPromises()
    expect(ledger.workingCopies).toMatchObject([{ values: { description: '灭火器过期' } }])
  })

  test('leaves nothing when nothing was typed', async () => {
    const { ledger, wrapper } = await opened('kind=hazard')
    wrapper.unmount()
    await vi.advanceTimersByTimeAsync(1000)
    expect(ledger.workingCopies).toEqual([])
  })
})

describe('暂存', () => {
  test('saves a draft once, however often it is tapped, and leaves no copy', async () => {
    const { ledger, type, wrapper, routes } = await opened('kind=hazard')
    await type('description', '灭火器过期')
    const button = wrapper.findAll('.sticky button').find((one) => one.text() === '暂存')
    await Promise.all([button?.trigger('click'), button?.trigger('click'), button?.trigger('click')])
    await flushPromises()
    await settle()
    await vi.advanceTimersByTimeAsync(1000)
    expect(ledger.queue.map((entry) => entry.change.set)).toMatchObject([
      { status: 'draft', description: '灭火器过期', grade: 'general' },
    ])
    expect(ledger.queue[0]?.change).not.toHaveProperty('was')
    expect(ledger.workingCopies).toEqual([])
    expect(routes.currentRoute.value.name).toBe('record')
  })

  test('takes an unfinished form, but not a value of the wrong kind', async () => {
    const { ledger, type, tap } = await opened('kind=hazard')
    await type('deadline', '过两天')
    await tap('暂存')
    expect(ledger.queue).toEqual([])
    await type('deadline', '2026-12-01')
    await tap('暂存')
    expect(ledger.queue[0]?.change.set).toMatchObject({ deadline: '2026-12-01', status: 'draft' })
  })
})

describe('提交', () => {
  test('of an unfinished form saves nothing, tells what is missing and leads there', async () => {
    const { ledger, tap, wrapper } = await opened('kind=hazard')
    await tap('提交')
    expect(ledger.queue).toEqual([])
    expect(wrapper.find('.sticky').text()).toContain('还差 6 项必填')
    expect(document.activeElement?.closest('[data-path]')?.getAttribute('data-path')).toBe('/set/description')
    expect(wrapper.find('[data-path="/set/description"] .must').classes()).toContain('miss')
  })
})

test('an inspection and the hazards in it are saved in one go, the inspection first', async () => {
  const phone = await around()
  await phone.ledger.saveWorkingCopy({
    id: copyId,
    kind: 'inspection',
    recordId: id(1),
    base: null,
    savedAt: '2026-03-05T10:00:00+08:00',
    values: { status: 'submitted', date: '2026-03-05', placeName: '一号车间', result: 'hazards', programme: 'safety' },
    children: [
      {
        kind: 'hazard',
        recordId: id(2),
        values: { description: '灭火器过期', inspectionId: id(1), placeName: '一号车间' },
      },
    ],
  })
  const { ledger, tap } = await opened('', phone)
  await tap('暂存')
  await settle()
  expect(ledger.queue.map((entry) => [entry.change.kind, entry.change.recordId, entry.change.set['status']])).toEqual([
    ['inspection', id(1), 'draft'],
    ['hazard', id(2), 'draft'],
  ])
  expect(ledger.queue[1]?.change.set).toMatchObject({ inspectionId: id(1), description: '灭火器过期' })
  expect(ledger.workingCopies).toEqual([])
})
