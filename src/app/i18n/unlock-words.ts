import { i18n } from './i18n.ts'
import { unlock } from './zh/unlock.ts'

// The lock screen imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', unlock)
