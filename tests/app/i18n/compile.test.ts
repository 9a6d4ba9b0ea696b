import { describe, expect, test } from 'vitest'
import { createI18n } from 'vue-i18n'
import { compileMessage } from '../../../src/app/i18n/compile.ts'

const { t } = createI18n<false>({
  legacy: false,
  locale: 'en',
  messageCompiler: compileMessage,
  messages: {
    en: {
      plain: '100% @home, a {brace',
      named: '{name} of {n}, {name}',
      many: 'one {n} | many {n}',
      outer: { inner: 'deep' },
    },
  },
}).global

describe('a message', () => {
  test('stands as it is, with its values in it', () => {
    expect(t('plain')).toBe('100% @home, a {brace')
    expect(t('named', { name: '陈禾', n: 3 })).toBe('陈禾 of 3, 陈禾')
    expect(t('outer.inner')).toBe('deep')
  })

  test('one from many', () => {
    expect(t('many', { n: 1 }, { plural: 1 })).toBe('one 1')
    expect(t('many', { n: 5 }, { plural: 5 })).toBe('many 5')
  })

  test('what isn’t there is its own key', () => {
    expect(t('nothing.of.that')).toBe('nothing.of.that')
  })
})
