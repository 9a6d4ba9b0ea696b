import Type from 'typebox'
import { type Context, sessionOf } from '../http/context.ts'
import { answers, type App } from '../http/schemas.ts'
import { calendarOf } from './calendar.repository.ts'

const CalendarAnswer = Type.Object({
  coveredThrough: Type.String(),
  days: Type.Record(Type.String(), Type.Enum(['off', 'work'])),
})

/** Which days are off or worked against the week, and how far that is known; `days` holds only what a week doesn't say. */
export function calendarRoute(app: App, { db }: Context): void {
  app.get(
    '/api/calendar',
    { schema: { summary: 'Holidays and make-up workdays', response: answers(CalendarAnswer) } },
    async (request) => calendarOf(db, sessionOf(request).caller.township),
  )
}
