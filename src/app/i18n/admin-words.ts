import { i18n } from './i18n.ts'
import { admin } from './zh/admin.ts'

// Whoever shows accounts imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', admin)
