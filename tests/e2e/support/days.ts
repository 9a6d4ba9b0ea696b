/** The day so many days from today in Shanghai, `YYYY-MM-DD`: a test must hold next year too. */
export const day = (ahead: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)

/** A day as an officer types it: 2026年12月8日. */
export const typed = (iso: string): string =>
  `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`

/** A day as every screen shows it, with its year or without: 12月8日. */
export const shown = (iso: string): string => typed(iso).slice(5)
