import { i18n } from './i18n.ts'
import { report } from './zh/report.ts'

// Whoever shows a year's report imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', report)
