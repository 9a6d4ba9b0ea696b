/** What an account may be (DESIGN.md 6). */
export const roles = ['officer', 'mediator', 'reviewer', 'monitor', 'supervisor', 'county', 'auditor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who asks: the account, its roles, its person in the register, and its villages, spelt out. */
export type Caller = {
  readonly userId: string
  readonly township: string
  readonly roles: readonly Role[]
  readonly personId: string | null
  readonly villages: readonly string[]
}

/** Who made a record and who stands in it, as far as rights go. */
export type Subject = {
  readonly kind: string
  readonly authorId: string
  readonly status: string
  readonly villageId: string | null
}
