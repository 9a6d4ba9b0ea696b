import type { Ref } from 'vue'
import type { StoreNews } from '../vault/open-database.ts'
import type { Phone } from '../vault/phone-port.ts'

/** What keeps the phone's store from working, each with something that a person can do about it. */
export type VaultTrouble =
  /** An older window of the app is still open: close it. */
  | 'blocked'
  /** A newer version of the app has opened the store: reload this window. */
  | 'outdated'
  /** The browser closed the store under us: reload. */
  | 'closed'
  /** This browser keeps nothing (private window, storage forbidden). */
  | 'unavailable'
  /** The disk is full: nothing more can be saved until space is made. */
  | 'full'

/**
 * Opens this phone's store and hands it over. Comes back when it is in use, or when a person must do something first: an old
 * window can hold it for hours, and that is said rather than waited for.
 */
export function openWithNews(
  openPhone: (onNews: (news: StoreNews) => void) => Promise<Phone | null>,
  trouble: Ref<VaultTrouble | null>,
  take: (phone: Phone) => Promise<void>,
): Promise<void> {
  return new Promise((done) => {
    const hear = (news: StoreNews): void => {
      trouble.value = news === 'opened' ? null : news
      if (news !== 'opened') done()
    }
    openPhone(hear)
      .then(async (phone) => {
        if (phone) await take(phone)
        done()
      })
      .catch(() => hear('unavailable'))
  })
}
