// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { makeMemoryVault } from '../../../src/app/vault/memory-vault.ts'
import { VaultError } from '../../../src/app/vault/vault.ts'
import { entry } from './makers.ts'
import { vaultContract } from './contract.ts'

describe('the vault in memory', () => {
  vaultContract(async () => makeMemoryVault())

  test('fails as it is told to', async () => {
    const vault = makeMemoryVault()
    vault.fail('full')
    expect(await vault.save({ add: [entry(1)] })).toEqual({ ok: false, code: 'full' })
    await expect(vault.outbox()).rejects.toBeInstanceOf(VaultError)
    vault.fail(null)
    expect(await vault.outbox()).toEqual([])
  })
})
