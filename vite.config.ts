import { defineConfig } from 'vite'

/** The page of the analyst’s desk. Everything is bundled: it loads nothing from elsewhere. */
export default defineConfig({
  root: 'src/review/web',
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/review/web',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined files would be `data:` URLs, which the page's policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
