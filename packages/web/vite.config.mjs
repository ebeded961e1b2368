import { fileURLToPath } from 'node:url'

/** @type {import('vite').UserConfig} */
export default {
  root: fileURLToPath(new URL('.', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../demarche/dist/web/', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy lets no script run from text and no policy be made: nothing may be inlined, and browsers of the last years preload by themselves.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
}
