import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { inDatabase, onServer } from './global-setup.ts'

export interface TestDatabase {
  /** As the owner of the schema: for migrations, and for looking behind the app's back. */
  readonly ownerConfig: pg.ClientConfig
  /** As the app connects: `new pg.Pool(appConfig)`. */
  readonly appConfig: pg.ClientConfig
  /** Ends whatever is still connected. */
  drop(): Promise<void>
}

/** A migrated, empty database of one's own, or a blank one: `beforeAll` makes it, `afterAll` drops it. */
export async function createTestDatabase({ blank = false } = {}): Promise<TestDatabase> {
  const { owner, app, template } = inject('testServer')
  const name = `gridbook_test_${randomBytes(6).toString('hex')}`
  await onServer(owner, `create database ${name}${blank ? '' : ` template ${template}`}`)
  return {
    ownerConfig: inDatabase(owner, name),
    appConfig: inDatabase(app, name),
    drop: () => onServer(owner, `drop database if exists ${name} with (force)`),
  }
}
