import { i18n } from './i18n.ts'
import { year } from './zh/year.ts'

// Whoever shows the year imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', year)
