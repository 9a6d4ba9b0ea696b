import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The server's build: one file of our own code that Node 20 runs; packages stay in node_modules. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  publicDir: false,
  build: {
    ssr: 'src/server/main.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
})
