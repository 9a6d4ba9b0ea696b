import { createHash, randomBytes } from 'node:crypto'
import { change, mustBeApplied, type Phone } from './server.ts'
import { inspection, mediation, startTown, type Town } from './town.ts'

export const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(150_000)])
export const photoHash = `sha256:${createHash('sha256').update(photo).digest('hex')}`
const odd = '竖\u2028线 "引" \\反斜\n换行\t\u0001 𠮷 {NULL,\'"}'

export type FullTown = {
  readonly town: Town
  /** An inspection that two officers edited at once: one of them has a conflict. */
  readonly made: Record<string, unknown>
  /** An edit whose record hasn't come. */
  readonly waiting: Record<string, unknown>
}

/** A town with some of everything: records, numbers, a conflict, a rejection, one that waits, a photo, a signed year, odd values. */
export async function startFullTown(): Promise<FullTown> {
  const town = await startTown()
  const [officer, officer2] = [await town.as('officer'), await town.as('officer2')]
  await sendPhoto(town, officer)
  const made = change('inspection', inspection(town, { findings: odd }))
  mustBeApplied(
    await officer.push([
      made,
      change('hazard', hazard(town)),
      ...[1, 2, 3].map(() => change('inspection', inspection(town))),
    ]),
  )
  mustBeApplied(await (await town.as('mediator')).push([change('mediation', mediation(town))]))
  const edit = (findings: string) =>
    change('inspection', { findings }, { recordId: made['recordId'], was: { findings: odd } })
  const waiting = change('inspection', { findings: '后改' }, { was: { findings: '消防通道畅通' } })
  await officer.push([edit('甲'), change('nothing', { a: 1 }), waiting])
  await officer2.push([edit('乙')])
  const supervisor = await town.as('supervisor')
  await supervisor.send('PUT', '/api/years/2025/entries/industrial-output', { value: 12.5, source: '公报' })
  await supervisor.send('POST', '/api/years/2025/sign')
  await town.server.owner.query("update users set created_at = '2026-03-10 12:00:00.123456+08'")
  await town.server.owner.query("update changes set problems = 'null' where outcome = 'rejected'")
  return { town, made, waiting }
}

const hazard = (town: Town) => ({
  status: 'draft',
  description: '配电箱无门',
  villageId: town.villageA,
  foundOn: '2026-03-10',
  photosBefore: [{ hash: photoHash, name: 'a.jpg', size: photo.length }],
})

async function sendPhoto(town: Town, phone: Phone): Promise<void> {
  const metadata = Object.entries({ hash: photoHash, name: 'a.jpg' })
  const headers = { cookie: phone.cookie, 'tus-resumable': '1.0.0' }
  const begun = await town.server.app.inject({
    method: 'POST',
    url: '/api/attachments',
    headers: {
      ...headers,
      'upload-length': String(photo.length),
      'upload-metadata': metadata.map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(','),
    },
  })
  const sent = await town.server.app.inject({
    method: 'PATCH',
    url: String(begun.headers.location),
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    payload: photo,
  })
  if (sent.statusCode !== 204) throw new Error(`no photo: ${sent.statusCode} ${sent.body}`)
}
