import { computed } from 'vue'
import { useWords } from '../../i18n/useWords.ts'
import type { IconName } from '../../look/icon-name.ts'
import { useLedger } from '../../sync/useLedger.ts'

/** Where the work of this phone stands, in words (LOOK.md 4): nothing on the screen waits for the network. */
export const useSyncWords = () => {
  const ledger = useLedger()
  const { t, tn, moment } = useWords()
  const attention = computed(
    () => ledger.queue.filter((entry) => entry.state === 'conflict' || entry.state === 'rejected').length,
  )
  const pending = computed(() => ledger.queue.length - attention.value)
  const photos = computed(() => ledger.unsentPhotos.length)
  const last = computed(() => (ledger.status.lastAnswerAt ? moment(ledger.status.lastAnswerAt) : null))
  const offline = computed(() => ledger.status.reach === 'no')
  const line = computed(() => {
    const n = pending.value
    if (n === 0 && photos.value) return tn('sync.photos', photos.value)
    if (offline.value) return n ? tn('sync.offlineKept', n) : t('sync.offline')
    if (n && ledger.status.running) return tn('sync.sending', n)
    if (n) return tn('sync.waiting', n)
    if (ledger.status.reach === 'unknown') return last.value ? t('sync.allAt', { at: last.value }) : t('sync.nothing')
    return last.value ? t('sync.allAt', { at: last.value }) : t('sync.all')
  })
  const icon = computed<IconName>(() =>
    offline.value ? 'cloudOff' : pending.value + photos.value ? 'cloudUp' : 'cloudOk',
  )
  return { attention, pending, photos, last, offline, line, icon }
}
