import { defineConfig } from 'vite';
import { lookCss } from './look-css';

/** The server reads the manifest to learn the hashed names of script and style. */
export default defineConfig({
  base: './',
  publicDir: false,
  css: { postcss: { plugins: [lookCss()] } },
  resolve: {
    alias: [{ find: /^leaflet$/, replacement: `${import.meta.dirname}/src/map/leaflet.js` }],
  },
  build: {
    outDir: '../target/frontend/web',
    emptyOutDir: true,
    assetsDir: 'assets',
    // Fonts stay files of their own: the policy of the pages allows no data: fonts.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: false,
    target: 'es2022',
    // Without light-dark() of their own: the canvas cannot read that function, but what it is
    // lowered to, and older browsers understand it as well.
    cssTarget: ['chrome111', 'firefox114', 'safari16.4'],
    rollupOptions: { input: ['src/main.ts', 'src/embed/map.css'] },
  },
});
