import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import { secretsFrom } from '../../src/server/secrets.ts'
import { fileAttachments } from '../../src/server/attachments/store.ts'
import { change, newId, phoneWith, signIn, type TestServer } from './support/server.ts'
import { inspection, mediation, startTown, type Town } from './support/town.ts'

let town: Town
let logged: TestServer
let lines = ''
beforeAll(async () => {
  town = await startTown()
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines += chunk.toString()
      done()
    },
  })
  const app = await buildApp({
    db: town.server.db,
    attachments: fileAttachments(town.server.folder),
    secrets: secretsFrom(Buffer.alloc(32, 7)),
    clock: () => town.server.clock.now,
    publicUrl: null,
    rateLimits: true,
    version: 'test',
    isReady: () => true,
    appFolder: null,
    logger: pino({ level: 'trace' }, stream),
  })
  logged = { ...town.server, app }
})
afterAll(async () => {
  await logged.app.close()
  await town.server.close()
})

it('says what happened and nothing of anybody', async () => {
  const mediator = await signIn(logged, 'mediator', 'phone of 袁静')
  const broken = newId()
  await town.server.owner.query(`alter table records add constraint trap check (id <> '${broken}')`)
  await mediator.push([
    change('mediation', mediation(town)),
    change('mediation', mediation(town), { recordId: broken }),
    change('inspection', inspection(town)),
    { a: '秘密' },
  ])
  await mediator.get(`/api/records?q=${encodeURIComponent('张三')}`)
  await mediator.get(`/api/records/${encodeURIComponent('张三')}`)
  await phoneWith(logged, 'gridbook=x').send('POST', '/api/session', { username: '张三', password: 'hunter2hunter2' })
  await mediator.send('POST', '/api/sync/push', '{"张三": ')
  expect(lines).toContain('"route":"/api/sync/push"')
  expect(lines).toContain('"applied":1')
  expect(lines).toContain('SQLSTATE 23514')
  expect(lines).not.toMatch(/张三|13812341234|屋檐|袁静|秘密|hunter2|Yangcheng|gridbook=|%E5%BC%A0/)
})
