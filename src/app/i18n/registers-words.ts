import { i18n } from './i18n.ts'
import { registers } from './zh/registers.ts'

// Whoever shows the registers imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', registers)
