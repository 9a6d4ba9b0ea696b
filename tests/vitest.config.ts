import { fileURLToPath } from 'node:url'
import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** One project for each thing a test may need: nothing, a page, a PostgreSQL. */
export default defineConfig({
  root,
  test: {
    // Vitest leaves one core idle of two; the files have databases of their own and don't mind each other.
    maxWorkers: 2,
    projects: [
      { root, test: { name: 'unit', include: ['tests/{domain,architecture}/**/*.test.ts'], testTimeout: 30_000 } },
      {
        root,
        plugins: [vue(), components({ dirs: [], dts: false, resolvers: [VantResolver()] })],
        test: {
          name: 'app',
          include: ['tests/app/**/*.test.ts'],
          environment: 'happy-dom',
          server: { deps: { inline: ['vant'] } },
        },
      },
      {
        root,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
