import { isDay } from '../../domain/calendar/day.ts'
import { halfWidth } from '../../domain/record/characters.ts'

const two = (text: string): string => text.padStart(2, '0')

/**
 * A day as people type it: 2026-01-08, 2026年1月8日, 1.8 (this year), 20260108, 0108, in full width too. Null where it
 * is no day; then what was typed stays and is told.
 */
export const parseDay = (typed: string, today: string): string | null => {
  const plain = halfWidth(typed).replace(/\s/g, '')
  const year = today.slice(0, 4)
  const run = /^(?:(\d{4}))?(\d{2})(\d{2})$/.exec(plain)
  const split = /^(?:(\d{4}|\d{2})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain)
  const parts = run ?? split
  if (!parts) return null
  const written = parts[1] ?? year
  const day = `${written.length === 2 ? `20${written}` : written}-${two(parts[2] ?? '')}-${two(parts[3] ?? '')}`
  return isDay(day) ? day : null
}

/** A time of day as people type it: 9:05, 9：05, 9.05, 0905, 9点5分. Null where it is none. */
export const parseClock = (typed: string): string | null => {
  const plain = halfWidth(typed)
    .replace(/[\s分]/g, '')
    .replace(/[：点.]/g, ':')
  const parts = /^(\d{1,2}):(\d{1,2})$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return null
  return `${two(parts[1] ?? '')}:${two(parts[2] ?? '')}`
}
