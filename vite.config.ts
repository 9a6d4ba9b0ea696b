import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** The oldest engines on the phones and desks of a township (Vite's default gives them a white page). */
const engines = ['chrome83', 'edge83', 'firefox78', 'safari15']

/**
 * Vant's icon font is 34 kB and its style sheet names a foreign host. We draw every glyph ourselves, through slots, so
 * both sheets are read as empty.
 */
const withoutIconFont: Plugin = {
  name: 'vant-without-icon-font',
  enforce: 'pre',
  load: (id) => (/\/vant\/es\/(icon|badge)\/index\.css$/.test(id) ? '' : null),
}

/** What vue-i18n wants of its compiler of messages beside the compiling, which ours does (src/app/i18n/compile.ts). */
const compilerLeft = `
export const detectHtmlTag = () => false
export const defaultOnError = (error) => { throw error }
export const baseCompile = () => ({ ast: {}, code: '' })
export const COMPILE_ERROR_CODES_EXTEND_POINT = 17
export const CompileErrorCodes = {}
export const createCompileError = (code) => Object.assign(new SyntaxError(String(code)), { code })
`

/** 4 kB that every cold start would read, and nobody calls. */
const withoutMessageCompiler: Plugin = {
  name: 'i18n-without-message-compiler',
  enforce: 'pre',
  load: (id) => (/\/@intlify\/message-compiler\/dist\/[^/]+\.mjs$/.test(id) ? compilerLeft : null),
}

export default defineConfig({
  base: '/',
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  plugins: [
    withoutIconFont,
    withoutMessageCompiler,
    vue(),
    components({ dirs: [], dts: false, resolvers: [VantResolver()] }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app/sw',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        name: '网格台账',
        short_name: '网格台账',
        description: '乡镇综合行政执法台账：现场记录，年底数字自己出来。',
        lang: 'zh-CN',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#FFFFFF',
        background_color: '#EEF1F0',
        icons: [
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        target: engines,
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,json,webmanifest}'],
        globIgnores: ['sw.js', 'icons/maskable-512.png'],
        maximumFileSizeToCacheInBytes: 2 * 1024 * 1024,
        // A classic script: these engines know no module workers.
        rollupFormat: 'iife',
        minify: true,
        sourcemap: false,
      },
      devOptions: { enabled: false },
    }),
  ],
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } } },
  build: {
    target: engines,
    cssTarget: engines,
    outDir: 'dist/app',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 2048,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // First of all, before anything that may call what it fills in.
            { name: 'polyfills', test: /src\/app\/polyfills\.ts$/, priority: 3 },
            // What every page stands on and what changes least: stays in the cache over our own versions.
            {
              name: 'frame',
              test: /node_modules\/(@vue|vue|pinia|vue-router|vue-i18n|@intlify|idb|workbox-window|workbox-core)\//,
              priority: 2,
            },
          ],
        },
      },
    },
  },
})
