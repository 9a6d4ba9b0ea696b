import { i18n } from './i18n.ts'
import { login } from './zh/login.ts'

// Whoever asks for a password imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', login)
