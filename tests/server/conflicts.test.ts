import { afterAll, beforeAll, expect, it } from 'vitest'
import { change, type Phone, signIn } from './support/server.ts'
import { inspection, startTown, type Town } from './support/town.ts'

let town: Town
let [officer, officer2]: Phone[] = []
beforeAll(async () => {
  town = await startTown()
  officer = await town.as('officer')
  officer2 = await town.as('officer2')
})
afterAll(() => town.server.close())

const push = async (phone: Phone | undefined, ...changes: unknown[]) => (await phone?.push(changes))?.body.results
const attention = async (phone: Phone | undefined): Promise<{ changeId: string }[]> =>
  (await phone?.get('/api/sync/attention'))?.body.items

const edit = (of: Record<string, unknown>, was: Record<string, unknown>, set: Record<string, unknown>, more = {}) =>
  change('inspection', set, { recordId: of['recordId'], was, ...more })

it('two edits of one field conflict, both sides are kept, a person picks, one resolution closes it', async () => {
  const made = change('inspection', inspection(town))
  await push(officer, made)
  const seen = { findings: '消防通道畅通' }
  const [mine, theirs] = [edit(made, seen, { findings: '甲写的' }), edit(made, seen, { findings: '乙写的' })]
  expect(await push(officer, mine)).toMatchObject([{ outcome: 'applied', version: 2 }])
  const [lost] = await push(officer2, theirs)
  expect(lost).toEqual({ changeId: theirs['id'], recordId: made['recordId'], outcome: 'conflict', version: null })
  const later = edit(made, { findings: '乙写的' }, { findings: '乙又写的' })
  expect(await push(officer2, later)).toMatchObject([{ outcome: 'conflict' }])
  expect((await attention(officer2)).map((item) => item.changeId)).toEqual([theirs['id'], later['id']])
  expect(await attention(officer)).toEqual([])
  expect((await attention(await town.as('supervisor'))).map((item) => item.changeId)).toContain(theirs['id'])

  const resolution = edit(made, { findings: '甲写的' }, { findings: '甲、乙同写的' }, { resolves: theirs['id'] })
  expect(await push(officer2, resolution)).toMatchObject([{ outcome: 'applied', version: 3 }])
  expect(await attention(officer2)).toEqual([])
  expect(await push(officer2, theirs, later)).toMatchObject([
    { outcome: 'conflict', version: null, settledBy: resolution['id'] },
    { outcome: 'conflict', settledBy: resolution['id'] },
  ])
  const history = (await officer?.get(`/api/records/${made['recordId']}/history`))?.body.items
  expect(history.map((item: { outcome: string }) => item.outcome)).toEqual(['applied', 'applied', 'applied'])
})

it('keeping the server’s side settles with nothing set', async () => {
  const made = change('inspection', inspection(town))
  await push(officer, made, edit(made, { findings: '消防通道畅通' }, { findings: '甲' }))
  const lost = edit(made, { findings: '消防通道畅通' }, { findings: '乙' })
  await push(officer2, lost)
  const keep = edit(made, {}, {}, { resolves: lost['id'] })
  expect(await push(officer2, keep)).toMatchObject([{ outcome: 'applied' }])
  expect(await push(officer2, lost)).toMatchObject([{ settledBy: keep['id'] }])
  const second = edit(made, { findings: '甲' }, { findings: '丙' }, { resolves: lost['id'] })
  expect(await push(officer2, second)).toMatchObject([{ outcome: 'applied' }])
  expect(await push(officer2, lost)).toMatchObject([{ settledBy: keep['id'] }])
})

it('nobody settles another’s conflict but the supervisor', async () => {
  const made = change('inspection', inspection(town))
  await push(officer, made, edit(made, { findings: '消防通道畅通' }, { findings: '甲' }))
  const lost = edit(made, { findings: '消防通道畅通' }, { findings: '乙' })
  await push(officer2, lost)
  await push(officer, edit(made, { findings: '甲' }, { findings: '甲二' }, { resolves: lost['id'] }))
  expect((await attention(officer2)).map((item) => item.changeId)).toContain(lost['id'])
  await push(
    await town.as('supervisor'),
    edit(made, { findings: '甲二' }, { findings: '乙' }, { resolves: lost['id'] }),
  )
  expect((await attention(officer2)).map((item) => item.changeId)).not.toContain(lost['id'])
})

it('edits of different fields both stand, lists meet by element', async () => {
  const made = change('inspection', inspection(town, { assistants: [town.judgePerson] }))
  await push(officer, made)
  const first = edit(made, { assistants: [town.judgePerson] }, { assistants: [town.judgePerson, town.mediatorPerson] })
  const second = edit(
    made,
    { assistants: [town.judgePerson], findings: '消防通道畅通' },
    { assistants: null, findings: '改' },
  )
  expect(await push(officer, first)).toMatchObject([{ outcome: 'applied' }])
  expect(await push(officer2, second)).toMatchObject([{ outcome: 'applied', version: 3 }])
  const { body } = (await officer?.get(`/api/records/${made['recordId']}`)) ?? { body: null }
  expect(body.data).toMatchObject({ findings: '改', assistants: [town.mediatorPerson] })
})

it('where each side alone would be valid it is a conflict, not a rejection', async () => {
  const made = change('inspection', inspection(town, { exemption: 'minor', exemptionClause: '第三十三条' }))
  await push(officer, made)
  const takesBack = edit(
    made,
    { exemption: 'minor', exemptionClause: '第三十三条' },
    { exemption: 'none', exemptionClause: null },
  )
  const details = edit(made, { basis: null, exemption: 'minor' }, { basis: '依据' })
  expect(await push(officer, takesBack)).toMatchObject([{ outcome: 'applied' }])
  expect(await push(officer2, details)).toMatchObject([{ outcome: 'applied' }])
  const refused = edit(made, { signatureRefused: true, refusalReason: '负责人外出' }, { refusalReason: '另一个原因' })
  const signed = edit(
    made,
    { signatureRefused: true, refusalReason: '负责人外出' },
    {
      signatureRefused: false,
      refusalReason: null,
      signature: { width: 10, height: 10, path: 'M1 1 L2 2', signedAt: '2026-03-05T10:00:00+08:00' },
    },
  )
  expect(await push(officer, signed)).toMatchObject([{ outcome: 'applied' }])
  expect(await push(officer2, refused)).toMatchObject([{ outcome: 'conflict' }])
})

it('a refused creation that its author sends again mended needs no more attention', async () => {
  const bad = change('inspection', inspection(town, { placeName: null }))
  expect(await push(officer, bad)).toMatchObject([{ outcome: 'rejected' }])
  expect((await attention(officer)).map((item) => item.changeId)).toContain(bad['id'])
  const mended = change('inspection', inspection(town), { recordId: bad['recordId'] })
  expect(await push(officer, mended)).toMatchObject([{ outcome: 'applied' }])
  expect((await attention(officer)).map((item) => item.changeId)).not.toContain(bad['id'])
})

it('what one alone made impossible is refused in words: no conflict with oneself', async () => {
  const made = change('inspection', { ...inspection(town), status: 'draft' })
  const submit = edit(made, { status: 'draft' }, { status: 'submitted' })
  const impossible = { resultToldOn: '2026-03-01' }
  await push(officer, made, submit)
  const [own] = await push(officer, edit(made, { resultToldOn: null }, impossible))
  expect(own).toMatchObject({
    outcome: 'rejected',
    problems: [{ path: '/set/resultToldOn', code: 'dateOrder', message: '早于检查日期（2026年3月5日）。改日期。' }],
  })
  await push(officer2, edit(made, { findings: '消防通道畅通' }, { findings: '乙写的' }))
  expect(await push(officer, edit(made, { resultToldOn: null }, impossible))).toMatchObject([{ outcome: 'rejected' }])
})

it('but what was in order on one’s own device, and isn’t with what another did since, is a conflict', async () => {
  const made = change('inspection', inspection(town))
  await push(officer, made)
  await push(officer2, edit(made, { date: '2026-03-05' }, { date: '2026-03-08' }))
  expect(await push(officer, edit(made, { resultToldOn: null }, { resultToldOn: '2026-03-06' }))).toMatchObject([
    { outcome: 'conflict' },
  ])
  const phone = await signIn(town.server, 'officer2', 'another phone of officer2')
  expect(await push(phone, edit(made, { resultToldOn: null }, { resultToldOn: '2026-03-06' }))).toMatchObject([
    { outcome: 'conflict' },
  ])
})
