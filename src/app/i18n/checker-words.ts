import { i18n } from './i18n.ts'
import { checker } from './zh/checker.ts'

// Whoever shows the checker imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', checker)
