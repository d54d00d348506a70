import { defineConfig } from 'vite';
import { lookCss } from './look-css';

/** The server reads the hashed names of scripts and styles from the manifest. */
export default defineConfig({
  base: './',
  publicDir: false,
  css: { postcss: { plugins: [lookCss()] } },
  resolve: {
    alias: [
      { find: /^leaflet$/, replacement: `${import.meta.dirname}/src/map/leaflet.js` },
      {
        find: /^\.\/(SVG\.VML|Marker\.Drag|Icon\.Default)$/,
        replacement: `${import.meta.dirname}/src/map/leaflet-unused.js`,
      },
    ],
  },
  build: {
    outDir: '../target/frontend/web',
    emptyOutDir: true,
    assetsDir: 'assets',
    // Fonts stay separate files, because the pages' Content-Security-Policy allows no data: fonts.
    assetsInlineLimit: 0,
    manifest: true,
    license: { fileName: 'assets/licenses.txt' },
    modulePreload: false,
    target: 'es2022',
    // A kilobyte less for each reader than with the bundler's own.
    minify: 'terser',
    terserOptions: { ecma: 2022, compress: { passes: 3 } },
    // These targets make Vite lower light-dark(), which the canvas and older browsers cannot read.
    cssTarget: ['chrome111', 'firefox114', 'safari16.4'],
    rollupOptions: {
      preserveEntrySignatures: false,
      input: ['src/main.ts', 'src/embed/map.css', 'src/stories/stories.css'],
      // Leaflet and the rest ask that their notices go along; the file lies beside the scripts.
      output: {
        postBanner: '/*! Licences of the components: licenses.txt */',
        // All that the page starts with is one file, also what it shares with files that are fetched later.
        codeSplitting: { groups: [{ name: 'main', test: /\.[jt]s$/, tags: ['$initial'] }] },
      },
    },
  },
});
