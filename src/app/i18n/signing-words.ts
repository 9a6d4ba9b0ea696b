import { i18n } from './i18n.ts'
import { signing } from './zh/signing.ts'

// Whoever shows a year's signing imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', signing)
