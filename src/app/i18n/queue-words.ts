import { i18n } from './i18n.ts'
import { queue } from './zh/queue.ts'

// Whoever shows the queue imports this: its words come with it.
i18n.global.mergeLocaleMessage('zh', queue)
