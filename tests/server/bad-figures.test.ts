import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '../../src/domain/kinds/all.ts'
import { fieldOf } from '../../src/domain/kinds/kind.ts'
import type { Data } from '../../src/domain/value.ts'
import { kind } from '../support/make.ts'
import { shift, wholeYear } from './support/generated/days.ts'
import { figuresOf } from './support/generated/compare.ts'
import type { Logged } from './support/generated/push.ts'
import { type GeneratedYear, logGeneratedYear } from './support/generated/year.ts'
import { change, startTestServer, type TestServer } from './support/server.ts'

let server: TestServer
let made: GeneratedYear
let before: unknown
const yearsFigures = async (): Promise<unknown> =>
  (await figuresOf(made, `year=${made.world.year}`, wholeYear(made.world.year))).app
beforeAll(async () => {
  server = await startTestServer()
  made = await logGeneratedYear(server, 20251, true)
  before = await yearsFigures()
})
afterAll(() => server.close())

type Problem = { readonly path: string; readonly code: string; readonly message: string }
type Result = { readonly outcome: string; readonly problems?: readonly Problem[] }

/** What becomes of changes, told in one language; sent again they get the same answer. */
async function answered(language: 'zh' | 'en', changes: readonly unknown[]): Promise<readonly Result[]> {
  const sentAt = new Date(server.clock.now).toISOString()
  const headers = { 'accept-language': language }
  const { body } = await made.phone.send('POST', '/api/sync/push', { sentAt, changes }, headers)
  return (body.results as readonly Result[]).map(({ outcome, problems = [] }) => ({ outcome, problems }))
}

const refusal = (path: string, code: string, message: string): Result => ({
  outcome: 'rejected',
  problems: [{ path, code, message }],
})

type Where = (data: Data) => boolean

const always: Where = () => true

/** Some record of the kind that was submitted and that this is true of. */
function recordOf(name: string, where: Where = always): Logged {
  const isLive: Where = ({ status }) => status !== 'draft' && status !== 'void'
  const found = made.records.find((record) => record.kind === name && isLive(record.data) && where(record.data))
  if (!found) throw new Error(`no such ${name} in this year`)
  return found
}

function edit(name: string, recordId: string, data: Data, set: Data): unknown {
  const was = Object.fromEntries(Object.keys(set).map((field) => [field, data[field] ?? null]))
  return change(name, set, { recordId, was })
}

const state =
  (...states: readonly string[]): Where =>
  ({ status }) =>
    states.includes(String(status))

/** Dates of every kind that come one after the other: a kind, the earlier, the later; in which records, and what else must be set. */
const orders: readonly (readonly [kind: string, first: string, then: string, where?: Where, also?: Data])[] = [
  ['inspection', 'date', 'resultToldOn'],
  ['hazard', 'foundOn', 'deadline', state('found')],
  ['hazard', 'recheckedOn', 'deadline', ({ status, recheckedOn }) => status === 'ordered' && recheckedOn !== undefined],
  ['hazard', 'foundOn', 'rectifiedOn', state('rectified')],
  ['hazard', 'rectifiedOn', 'recheckedOn', state('rechecked')],
  ['hazard', 'recheckedOn', 'closedOn', state('closed')],
  ['hazard', 'foundOn', 'closedOn', state('found', 'ordered')],
  ['mediation', 'acceptedOn', 'concludedOn', state('concluded')],
  ['mediation', 'concludedOn', 'confirmedOn', ({ status, outcome }) => status === 'concluded' && outcome === 'agreed'],
  ['mediation', 'concludedOn', 'performedOn', state('performed')],
  ['clueTransfer', 'reportedOn', 'transferredOn'],
  ['clueTransfer', 'transferredOn', 'answeredOn', state('answered')],
  ['penalty', 'filedOn', 'investigatedOn', state('investigated')],
  ['penalty', 'investigatedOn', 'reviewedOn', ({ decidedOn, reviewedOn }) => Boolean(decidedOn && reviewedOn)],
  ['penalty', 'investigatedOn', 'noticeOn', state('decided', 'served', 'performed', 'closed')],
  ['penalty', 'noticeOn', 'hearingOn', state('decided', 'served', 'performed', 'closed'), { hearing: true }],
  ['penalty', 'noticeOn', 'decidedOn', state('decided', 'served', 'performed', 'closed')],
  ['penalty', 'decidedOn', 'publishedOn', state('decided', 'served', 'performed', 'closed')],
  ['penalty', 'decidedOn', 'servedOn', state('served', 'performed', 'closed')],
  ['penalty', 'servedOn', 'performedOn', state('performed', 'closed')],
  ['penalty', 'performedOn', 'closedOn', state('closed')],
  ['penalty', 'filedOn', 'droppedOn', state('dropped')],
  ['guidance', 'date', 'followedUpOn'],
  ['complaint', 'receivedOn', 'upheldOn', state('upheld')],
  ['complaint', 'receivedOn', 'dismissedOn', state('dismissed')],
  ['complaint', 'receivedOn', 'answeredOn'],
  ['oversight', 'date', 'rectifiedOn'],
  ['caseReview', 'reviewedOn', 'correctedOn'],
  ['qualityReview', 'heldOn', 'dueOn'],
  ['certificateReview', 'reviewedOn', 'validUntil', ({ result }) => result === 'passed'],
  ['enterpriseDispute', 'acceptedOn', 'concludedOn'],
  ['training', 'heldOn', 'until'],
  ['task', 'assignedOn', 'dueOn'],
  ['task', 'assignedOn', 'doneOn'],
  ['hardProblem', 'raisedOn', 'dueOn'],
  ['hardProblem', 'raisedOn', 'solvedOn'],
  ['courtCase', 'acceptedOn', 'judgedOn'],
  ['courtCase', 'judgedOn', 'dueOn', state('judged', 'performed')],
  ['courtCase', 'judgedOn', 'performedOn', state('judged', 'performed')],
  ['legalReview', 'receivedOn', 'reviewedOn'],
  [
    'legalReview',
    'reviewedOn',
    'discussedOn',
    ({ subject, reviewedOn }) => subject === 'decision' && Boolean(reviewedOn),
  ],
  ['normativeDocument', 'draftedOn', 'reviewedOn'],
  ['normativeDocument', 'reviewedOn', 'lawfulOn', ({ reviewedOn }) => Boolean(reviewedOn)],
  ['normativeDocument', 'lawfulOn', 'discussedOn', ({ lawfulOn, discussedOn }) => Boolean(lawfulOn && discussedOn)],
  ['normativeDocument', 'discussedOn', 'issuedOn', ({ discussedOn }) => Boolean(discussedOn)],
  ['normativeDocument', 'issuedOn', 'validUntil', state('issued', 'published', 'filed')],
  ['normativeDocument', 'issuedOn', 'publishedOn', state('published', 'filed')],
  ['normativeDocument', 'publishedOn', 'filedOn', state('filed')],
  ['landParcel', 'listedOn', 'deadline'],
  ['landParcel', 'listedOn', 'verifiedOn'],
  ['landParcel', 'verifiedOn', 'doneOn', state('done')],
  ['siteWork', 'foundOn', 'noticedOn'],
  ['siteWork', 'noticedOn', 'doneOn', state('done')],
  ['landTransfer', 'signedOn', 'until'],
  ['relief', 'approvedOn', 'paidOn'],
  ['collectiveIncome', 'receivedOn', 'publicisedOn'],
  ['village', 'from', 'until', ({ from }) => from !== undefined],
  ['duty', 'from', 'until', ({ from }) => from !== undefined],
  ['duty', 'certificateFrom', 'certificateUntil', ({ certificateFrom }) => certificateFrom !== undefined],
  ['enterprise', 'from', 'until', ({ from }) => from !== undefined],
  [
    'enterprise',
    'aboveDesignatedFrom',
    'aboveDesignatedUntil',
    ({ aboveDesignatedFrom }) => Boolean(aboveDesignatedFrom),
  ],
  ['enterprise', 'liaisonFrom', 'liaisonUntil', ({ liaisonFrom }) => Boolean(liaisonFrom)],
  ['powerItem', 'from', 'validUntil', ({ from }) => from !== undefined],
  ['powerItem', 'from', 'removedOn', ({ from }) => from !== undefined, { removalDocument: '清单' }],
  ['project', 'from', 'until', always, { from: '2024-03-01' }],
  ['mechanism', 'startedOn', 'endedOn'],
]

describe('dates that can’t follow one another', () => {
  it('are refused at the later one, by the name and day of the earlier', async () => {
    const rows = orders.map(([name, first, then, where = always, also = {}]) => {
      const { id, data } = recordOf(name, where)
      const day = String(also[first] ?? data[first])
      const [year, month, date] = day.split('-').map(Number)
      const label = fieldOf(kind(name), first)?.label
      const refused = (message: string) => ({
        row: `${name} ${first} ${then}`,
        ...refusal(`/set/${then}`, 'dateOrder', message),
      })
      return {
        sent: edit(name, id, data, { ...also, [then]: shift(day, -1) }),
        zh: refused(`早于${label?.zh}（${year}年${month}月${date}日）。改日期。`),
        en: refused(`Earlier than ${label?.en} (${day}). Change the date.`),
      }
    })
    for (const language of ['zh', 'en'] as const) {
      const results = await answered(
        language,
        rows.map(({ sent }) => sent),
      )
      const told = results.map((result, index) => ({ row: rows[index]?.[language].row, ...result }))
      expect(told).toEqual(rows.map((row) => row[language]))
    }
  })

  it('neither do the deadline of a decision and its meeting', async () => {
    const sent = ['meeting', 'briefing'].map((name) => {
      const { id, data } = recordOf(name)
      const by = shift(String(data['heldOn']), -1)
      return edit(name, id, data, { decisions: [{ id: '1', what: '补手续', who: '镇', by }] })
    })
    for (const { problems } of await answered('zh', sent))
      expect(problems).toMatchObject([{ path: '/set/decisions/0/by', code: 'dateOrder' }])
  })

  it('are all that a kind says to come after another', () => {
    const after = kinds.flatMap((each) =>
      each.rules.flatMap((rule) => (rule.rule === 'dateOrder' && !rule.rows ? [`${each.name}.${rule.then}`] : [])),
    )
    expect(new Set(orders.map(([name, , then]) => `${name}.${then}`))).toEqual(new Set(after))
  })
})

/** A part of a whole in one record: the part, the whole. */
const parts: readonly (readonly [kind: string, part: string, whole: string])[] = [
  ['oversight', 'caseFilesQualified', 'caseFilesChecked'],
  ['oversight', 'problemsRectified', 'problemsFound'],
  ['caseReview', 'correctedCount', 'irregularCount'],
  ['qualityReview', 'filesQualified', 'filesChecked'],
  ['legalReview', 'riskAdviceAdopted', 'riskAdviceCount'],
]

describe('a part above its whole', () => {
  it.each(parts)('is refused at the part: %s, %s of %s', async (name, part, whole) => {
    const { id, data } = recordOf(name)
    const sent = [edit(name, id, data, { [whole]: 3, [part]: 4 })]
    const label = fieldOf(kind(name), whole)?.label
    const told = { path: `/set/${part}`, code: 'outOfRange' }
    const [zh, en] = [await answered('zh', sent), await answered('en', sent)]
    expect(zh[0]?.problems).toContainEqual({ ...told, message: `多于${label?.zh}（3）。核对数值。` })
    expect(en[0]?.problems).toContainEqual({ ...told, message: `More than ${label?.en} (3). Check the value.` })
    expect(zh[0]?.outcome).toBe('rejected')
  })

  it('is one of all that kinds know', () => {
    const known = kinds.flatMap((each) =>
      each.rules.flatMap((rule) => (rule.rule === 'notAbove' && !rule.rows ? [`${each.name}.${rule.field}`] : [])),
    )
    expect(new Set(parts.map(([name, part]) => `${name}.${part}`))).toEqual(new Set(known))
  })
})

describe('a number that can’t be, in any kind', () => {
  const numbers = kinds.flatMap((each) =>
    each.fields
      .filter(({ type }) => type === 'integer' || type === 'decimal' || type === 'money')
      .map((field) => ({ status: each.states[0]?.name ?? '', kind: each.name, ...field })),
  )
  const attempts = numbers.flatMap((field) => {
    const { min = 0, max = 1e12 } = field
    const places = field.type === 'money' ? 2 : (field.decimals ?? 2)
    const broken = field.type === 'integer'
    return [
      { field, value: -1, zh: `不能小于 ${min}。核对数值。`, en: `Not below ${min}. Check the value.` },
      { field, value: max + 1, zh: `不能大于 ${max}。核对数值。`, en: `Not above ${max}. Check the value.` },
      {
        field,
        value: min + 0.125,
        zh: broken ? '填整数，不带小数。' : `最多 ${places} 位小数。核对数值。`,
        en: broken ? 'Whole numbers only.' : `At most ${places} decimals. Check the value.`,
      },
    ]
  })
  const sent = attempts.map(({ field, value }) => change(field.kind, { status: field.status, [field.name]: value }))

  it.each(['zh', 'en'] as const)('is refused at its field with the bound in the words (%s)', async (language) => {
    const results = await answered(language, sent)
    const row = (index: number): string => `${attempts[index]?.field.kind} ${attempts[index]?.value}`
    expect(results.map((result, index) => ({ row: row(index), ...result }))).toEqual(
      attempts.map(({ field, value, ...words }, index) => {
        const code = field.type === 'integer' && !Number.isInteger(value) ? 'wrongType' : 'outOfRange'
        return { row: row(index), ...refusal(`/set/${field.name}`, code, words[language]) }
      }),
    )
  })

  it('is a count below nothing or a score above a hundred', () => {
    const bounds = numbers.map(({ kind: of, name, min = 0, max }) => `${of}.${name} ${min}–${max}`)
    expect(bounds).toEqual(expect.arrayContaining(['training.attendance 0–10000', 'publicity.audience 0–1000000']))
    expect(bounds.filter((one) => one.includes('.score'))).toEqual([
      'caseReview.score 0–100',
      'certificateReview.score 0–100',
    ])
  })
})

it('nothing of it moves a figure', async () => {
  expect(await yearsFigures()).toEqual(before)
})
