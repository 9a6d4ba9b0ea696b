import type { RouteLocationRaw } from 'vue-router'
import { newId } from '../../sync/ids.ts'
import type { WorkingCopy } from '../../sync/ledger-types.ts'

/** The way into a form for a new record of that kind; each call is another form. */
export const newForm = (kind: string): RouteLocationRaw => ({
  name: 'form',
  params: { copyId: newId() },
  query: { kind },
})

/** The way into a form that edits a record, or takes it a step further. */
export const editForm = (recordId: string, to?: string): RouteLocationRaw => ({
  name: 'form',
  params: { copyId: newId() },
  query: { record: recordId, ...(to === undefined ? {} : { to }) },
})

/** The way into a form that mends what the server refused. */
export const mendForm = (entryId: string): RouteLocationRaw => ({
  name: 'form',
  params: { copyId: newId() },
  query: { mends: entryId },
})

/** The way back into a form that was left. */
export const copyRoute = (copy: WorkingCopy): RouteLocationRaw => ({ name: 'form', params: { copyId: copy.id } })

const marker = 'gridbook.form'

/**
 * Notes which form is open, so that an app killed by the camera or the system comes back to it also where nothing was
 * typed since. Browsers write this only seconds later: what was typed carries the same word itself (useCopy.ts).
 */
export const markOpen = (copyId: string | null): void => {
  try {
    if (copyId === null) localStorage.removeItem(marker)
    else localStorage.setItem(marker, copyId)
  } catch {
    // Then the form is found again on Today.
  }
}

/** The form that was open when the app died, if one was. */
export const markedOpen = (): string | null => {
  try {
    return localStorage.getItem(marker)
  } catch {
    return null
  }
}
