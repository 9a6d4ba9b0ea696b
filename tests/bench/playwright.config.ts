import { defineConfig } from '@playwright/test'
import base from '../playwright.config.ts'

/** npm run bench (after npm run build): says how fast it is; asserts nothing. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '**/*.bench.ts',
  timeout: 300_000,
  reporter: [['line']],
  outputDir: '../../test-results/bench',
})
