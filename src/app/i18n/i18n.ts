import { createI18n } from 'vue-i18n'
import { compileMessage } from './compile.ts'
import { zh } from './zh.ts'
import type { Messages } from './zh.ts'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

const key = 'gridbook.language'

/** All words of the screen. Chinese is in the first script; English comes when it is asked for. */
export const i18n = createI18n<[Messages], Language, false>({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh } as unknown as { zh: Messages; en: Messages },
  messageCompiler: compileMessage,
  missingWarn: false,
  fallbackWarn: false,
})

/** Speaks that language from now on, and after the next start. */
export const speak = async (language: Language): Promise<void> => {
  if (language === 'en') i18n.global.setLocaleMessage('en', (await import('./en.ts')).en)
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(key, language)
  } catch {
    // Kept until the app is closed.
  }
}

/** The language chosen on this phone; Chinese where none was. Once, before mounting. */
export const startLanguage = async (): Promise<void> => {
  let kept: string | null = null
  try {
    kept = localStorage.getItem(key)
  } catch {
    // Chinese then.
  }
  if (kept === 'en') await speak('en').catch(() => undefined)
}
