import { i18n } from './i18n.ts'
import { held } from './zh/held.ts'

// Whoever shows what is held imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', held)
