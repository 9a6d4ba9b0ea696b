import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../support/test-db.ts'

test('two test databases are two, and the app lives in them under its own role', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
  const app = new pg.Pool(one.appConfig)
  const owner = new pg.Pool(two.ownerConfig)
  const who = 'select current_user as role, current_database() as database'
  const asApp = (await app.query<{ role: string; database: string }>(who)).rows[0]
  const asOwner = (await owner.query<{ role: string; database: string }>(who)).rows[0]
  expect(asApp?.role).toBe('gridbook_app')
  expect(asOwner?.role).not.toBe('gridbook_app')
  expect(asApp?.database).not.toBe(asOwner?.database)
  await expect(app.query('create table mine (id int)')).rejects.toMatchObject({ code: '42501' })
  await Promise.all([app.end(), owner.end()])
  await Promise.all([one.drop(), two.drop()])
})
