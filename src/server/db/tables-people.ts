import type { Generated } from 'kysely'
import type { Role } from '../../domain/access/caller.ts'

export interface LoginTable {
  username: string
  township: string
  user_id: string
}

export interface RateCounterTable {
  key: string
  count: number
  until: Date
}

/** How often an attempt failed under a key, and how long it is locked. */
export interface LoginLockTable {
  key: string
  /** In the window that began at `since`. */
  failures: number
  since: Date
  /** How many locks one after the other. */
  locks: number
  /** In the past where it isn't locked. */
  locked_until: Date
}

/** Where an account has logged in from lately: hashes, no addresses. */
export interface LoginPlaceTable {
  township: string
  user_id: string
  place: string
  seen_at: Date
}

export interface UserTable {
  township: string
  id: string
  username: string
  name: string
  roles: Role[]
  person_id: string | null
  /** null: every village of the township. */
  villages: string[] | null
  password_hash: string
  must_change_password: boolean
  disabled: boolean
  /** Since when; null also where that was before it was kept. */
  disabled_at: Date | null
  /** Sealed for `totp`; null: none asked for yet. */
  totp_secret: string | null
  /** Whether its owner has shown that he can make codes of it; defaults to false. */
  totp_confirmed: Generated<boolean>
  /** The last step of 30 seconds whose code was taken. */
  totp_step: number | null
  created_at: Date
}

export interface DeviceTable {
  township: string
  id: string
  user_id: string
  name: string | null
  seen_at: Date
  revoked_at: Date | null
  /** The app that last pushed from it, as it calls itself. */
  app_version: string | null
  /** When it last pushed or pulled, to the minute. */
  synced_at: Date | null
}

export interface SessionTable {
  township: string
  token_hash: string
  user_id: string
  device_id: string | null
  created_at: Date
  expires_at: Date
}
