import { i18n } from './i18n.ts'
import { me } from './zh/me.ts'

// Whoever shows that page imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', me)
