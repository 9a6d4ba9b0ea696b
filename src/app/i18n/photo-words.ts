import { i18n } from './i18n.ts'
import { photos } from './zh/photos.ts'

// Whoever shows photos imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', photos)
