/** The sheets that stand open, the last on top. */
const open: (() => void)[] = []

/** Notes an open sheet; the answer takes it off again. */
export const sheetOpened = (close: () => void): (() => void) => {
  open.push(close)
  return () => {
    const index = open.indexOf(close)
    if (index >= 0) open.splice(index, 1)
  }
}

/** Closes the sheet on top, if one is open, and says whether it did. */
export const closeTopSheet = (): boolean => {
  const close = open.pop()
  close?.()
  return close !== undefined
}
