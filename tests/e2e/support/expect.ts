import { expect as plain } from '@playwright/test'

/** Waits as long for a page as a busy machine may take; what is there at once is taken at once. */
export const expect = plain.configure({ timeout: 10_000 })
