import { daysBetween, weekday, shanghaiDay } from '../../domain/calendar/day.ts'
import { instantMs } from '../../domain/calendar/instant.ts'
import type { Language } from './i18n.ts'

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** 周四; a day is text, so no zone is asked. */
export const weekdayText = (day: string, language: Language): string => weekdays[language][weekday(day) - 1] ?? ''

/** 1月8日 within this year, else 2025年12月22日. */
export const dayText = (day: string, today: string, language: Language): string => {
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const sameYear = year === today.slice(0, 4)
  if (language === 'en') return `${date} ${monthNames[month - 1] ?? ''}${sameYear ? '' : ` ${year}`}`
  return `${sameYear ? '' : `${year}年`}${month}月${date}日`
}

/** Always with its year: 2026年1月8日. */
export const fullDayText = (day: string, language: Language): string => dayText(day, '', language)

/** 1月, or 2025年12月 in another year. */
export const monthText = (month: string, today: string, language: Language): string => {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))]
  const sameYear = year === today.slice(0, 4)
  if (language === 'en') return `${monthNames[number - 1] ?? ''}${sameYear ? '' : ` ${year}`}`
  return `${sameYear ? '' : `${year}年`}${number}月`
}

const shanghaiMs = 8 * 3_600_000

/** 9:52 in Asia/Shanghai, whatever the zone of the phone. */
export const clockText = (epochMs: number): string => {
  const minutes = Math.floor((epochMs + shanghaiMs) / 60_000)
  const hour = Math.floor(minutes / 60) % 24
  return `${hour}:${String(minutes % 60).padStart(2, '0')}`
}

/** An instant in few words: 10:42 today, 昨天 17:40, else 1月7日 16:20. An unreadable one stays as it is. */
export const momentText = (instant: string, today: string, language: Language): string => {
  const epochMs = instantMs(instant)
  if (epochMs === null) return instant
  const day = shanghaiDay(epochMs)
  const clock = clockText(epochMs)
  const ago = daysBetween(day, today)
  if (ago === 0) return clock
  if (ago === 1) return `${language === 'zh' ? '昨天' : 'yesterday'} ${clock}`
  return `${dayText(day, today, language)} ${clock}`
}

/** The instant as the device's clock gives it, ISO 8601 with the offset of Asia/Shanghai. */
export const nowText = (epochMs: number): string => `${new Date(epochMs + shanghaiMs).toISOString().slice(0, 19)}+08:00`
