import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The server's build: our own code for Node 20, one file a program; packages stay in node_modules. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  publicDir: false,
  build: {
    ssr: true,
    rollupOptions: {
      input: {
        main: 'src/server/main.ts',
        backup: 'src/server/backup.ts',
        prove: 'src/server/prove.ts',
        recount: 'src/server/recount.ts',
        restore: 'src/server/restore.ts',
      },
    },
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
})
