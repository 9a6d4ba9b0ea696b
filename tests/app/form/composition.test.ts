import { afterEach, describe, expect, test } from 'vitest'
import { nextTick } from 'vue'
import FieldBox from '../../../src/app/form/FieldBox.vue'
import FormBody from '../../../src/app/form/FormBody.vue'
import { inspection } from '../../../src/domain/kinds/inspection.ts'
import type { Field, Kind } from '../../../src/domain/kinds/kind.ts'
import { mountInForm } from './mount.ts'

const kindOf = (...fields: Field[]): Kind => ({
  ...inspection,
  sections: [{ name: 'one', label: { zh: '一', en: 'one' } }],
  fields: [...inspection.fields.slice(0, 3), ...fields],
  rules: [],
})
const field = (name: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  name,
  type,
  label: { zh: name, en: name },
  section: 'one',
  ...more,
})

const standing = async (one: Field, values = {}) => {
  const mounted = await mountInForm(
    FormBody,
    { fresh: true },
    { kind: kindOf(one, field('other', 'boolean', { required: true })), values },
  )
  const input = mounted.wrapper.find<HTMLInputElement>(`#f-set-${one.name}`)
  const type = async (text: string): Promise<void> => {
    input.element.value = text
    await input.trigger('input')
  }
  return {
    ...mounted,
    input,
    type,
    errors: () => mounted.wrapper.findAll(`[data-field=${one.name}] .err`).map((each) => each.text()),
  }
}
afterEach(() => document.body.replaceChildren())

describe('an input method at work', () => {
  test('passes on every key, so that a draft misses nothing, and judges nothing until it ends', async () => {
    const { form, input, type, errors, changed } = await standing(field('basis', 'text', { max: 3 }))
    await input.trigger('compositionstart')
    await type('shi pan')
    expect(form.values['basis']).toBe('shi pan')
    expect(changed()).toBe(1)
    expect(errors()).toEqual([])
    expect(input.attributes('aria-invalid')).toBeUndefined()
    input.element.value = '石盘'
    await input.trigger('compositionend')
    expect(form.values['basis']).toBe('石盘')
    expect(errors()).toEqual([])
  })

  test('over-long text is told after it and never cut; rare characters are one each', async () => {
    const { form, input, type, errors } = await standing(field('basis', 'text', { max: 3 }))
    await type('䶮𬍛·')
    expect(errors()).toEqual([])
    await input.trigger('compositionstart')
    await type('䶮𬍛·阿')
    expect(errors()).toEqual([])
    await input.trigger('compositionend')
    await nextTick()
    expect(errors()).toHaveLength(1)
    expect(form.values['basis']).toBe('䶮𬍛·阿')
    expect(input.element.value).toBe('䶮𬍛·阿')
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(input.attributes('aria-describedby')).toContain('f-set-basis-err')
  })

  test('a composition that the keyboard drops with the focus does not keep the field unjudged', async () => {
    const { form, input, type, errors } = await standing(field('basis', 'text', { max: 1 }))
    await input.trigger('compositionstart')
    await type('石盘')
    await input.trigger('blur')
    await nextTick()
    expect(form.composing.value).toBeNull()
    expect(errors()).toHaveLength(1)
  })
})

describe('numbers and identifiers', () => {
  test('full-width digits and point are understood', async () => {
    const { form, input, type } = await standing(field('area', 'decimal', { decimals: 2 }))
    await type('３．５')
    expect(form.values['area']).toBe(3.5)
    await input.trigger('blur')
    expect(input.element.value).toBe('3.5')
  })

  test('what is no number stays as typed and is told', async () => {
    const { form, input, type, errors } = await standing(field('count', 'integer'))
    await type('12个')
    expect(form.values['count']).toBe('12个')
    await nextTick()
    expect(errors()).toHaveLength(1)
    await input.trigger('blur')
    expect(input.element.value).toBe('12个')
  })

  test('0 is an answer and nothing is null', async () => {
    const { form, type } = await standing(field('count', 'integer'))
    await type('0')
    expect(form.values['count']).toBe(0)
    await type('')
    expect(form.values['count']).toBeNull()
  })

  test('an identifier keeps its zeros', async () => {
    const { form, type } = await standing(field('noticeNumber', 'text'))
    await type('007')
    expect(form.values['noticeNumber']).toBe('007')
  })
})

describe('a required answer', () => {
  test('turns red only once somebody has tried to submit', async () => {
    const { form, wrapper } = await standing(field('basis', 'text', { required: true }))
    const must = wrapper.find('[data-field=basis] .must')
    expect(must.classes()).not.toContain('miss')
    form.tried.value = true
    await nextTick()
    expect(must.classes()).toContain('miss')
    expect(wrapper.find('#f-set-basis').attributes('aria-invalid')).toBe('true')
  })

  test('has a label that names its control', async () => {
    const { wrapper } = await mountInForm(
      FieldBox,
      { field: field('basis', 'text'), path: '/set/basis', value: null },
      { kind: kindOf(field('basis', 'text')) },
    )
    expect(wrapper.find('label').attributes('for')).toBe(wrapper.find('input').attributes('id'))
  })
})
