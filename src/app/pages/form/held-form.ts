const nameOf = (copyId: string): string => `gridbook.form ${copyId}`

/** Holds a form for this window while it is open; the browser lets go by itself when the window dies. Returns the release. */
export const holdForm = (copyId: string): (() => void) => {
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return () => undefined
  let release: () => void = () => undefined
  const until = new Promise<void>((done) => {
    release = done
  })
  void locks.request(nameOf(copyId), { ifAvailable: true }, () => until).catch(() => undefined)
  return release
}

/** Whether another window has the form open: two hands must not write one copy. Without Web Locks nobody can tell: no. */
export const isHeldElsewhere = async (copyId: string): Promise<boolean> => {
  const locks = navigator.locks as LockManager | undefined
  if (!locks) return false
  try {
    return ((await locks.query()).held ?? []).some((lock) => lock.name === nameOf(copyId))
  } catch {
    return false
  }
}
