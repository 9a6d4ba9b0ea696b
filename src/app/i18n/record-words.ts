import { i18n } from './i18n.ts'
import { record } from './zh/record.ts'

// Whoever shows a record or a conflict imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', record)
