// Writes the State Council's holidays and make-up workdays, as chinese-days has them, into the domain as data. Run by
// hand when a new year is announced: update chinese-days, then node src/deploy/holidays.mjs.
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'

const { holidays, workdays } = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json')
const first = '2023-01-01'
const isWeekend = (day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const since = (days) =>
  Object.keys(days)
    .filter((day) => day >= first)
    .sort()
// Only what a week by itself wouldn't say: days off that fall on a weekend are off anyway.
const off = since(holidays).filter((day) => !isWeekend(day))
const work = since(workdays)
const coveredThrough = `${since(holidays).at(-1).slice(0, 4)}-12-31`

const list = (days) => days.map((day) => `  '${day}',`).join('\n')
writeFileSync(
  new URL('../domain/calendar/state-council.ts', import.meta.url),
  `import type { Calendar } from './workdays.ts'

const off = [
${list(off)}
]

const work = [
${list(work)}
]

/** The State Council's calendar from ${first.slice(0, 4)} on, made by src/deploy/holidays.mjs; beyond its end nothing is announced yet. */
export const stateCouncil: Calendar = {
  coveredThrough: '${coveredThrough}',
  days: Object.fromEntries([...off.map((day) => [day, 'off'] as const), ...work.map((day) => [day, 'work'] as const)]),
}
`,
)
