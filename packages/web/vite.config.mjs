import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))

// Browsers load no modules from a disk: one classic script, whose addresses are relative to the document.
const site = {
  base: './',
  experimental: {
    renderBuiltUrl: (name, { hostType }) => (hostType === 'js' ? { runtime: JSON.stringify(name) } : { relative: true }),
  },
}

/**
 * The page that a server serves (`dist/web`), and with the mode `site` the one of a static copy (`dist/site`).
 * @type {(env: { mode: string }) => import('vite').UserConfig}
 */
export default ({ mode }) => ({
  root: at('.'),
  ...(mode === 'site' ? site : {}),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: at(mode === 'site' ? '../demarche/dist/site/' : '../demarche/dist/web/'),
    emptyOutDir: true,
    target: 'es2022',
    ...(mode === 'site'
      ? {
          rolldownOptions: { output: { format: 'iife', codeSplitting: false }, transform: { define: { 'import.meta': '{}' } } },
          cssCodeSplit: false,
        }
      : {}),
    // The page's policy lets no script run from text and no policy be made: nothing may be inlined, and browsers of the last years preload by themselves.
    modulePreload: mode === 'site' ? false : { polyfill: false },
    assetsInlineLimit: 0,
  },
})
