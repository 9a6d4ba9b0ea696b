import { dayMs, dayNumber, isDay } from './day.ts'

const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/

/** Milliseconds since the epoch of an ISO 8601 instant with an offset, or null where the text is none. */
export const instantMs = (text: string): number | null => {
  const parts = instantPattern.exec(text)
  if (!parts || !isDay(parts[1] ?? '')) return null
  const [hours, minutes, seconds] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  const zone = parts[6] ?? 'Z'
  const offset =
    zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)))
  if (Math.abs(offset) > 14 * 60) return null
  const fraction = Math.floor(Number(`0.${parts[5] ?? 0}`) * 1000)
  return dayNumber(parts[1] ?? '') * dayMs + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000 + fraction
}
