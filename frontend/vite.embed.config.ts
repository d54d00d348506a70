import { defineConfig } from 'vite';
import { lookCss } from './look-css';

/** Builds the script and style that are inlined into embeds and need no other file. */
export default defineConfig({
  publicDir: false,
  css: { postcss: { plugins: [lookCss()] } },
  build: {
    outDir: '../target/frontend/web/embed',
    emptyOutDir: true,
    // The font is inlined into its style sheet.
    assetsInlineLimit: 100_000,
    modulePreload: false,
    target: 'es2022',
    cssTarget: ['chrome111', 'firefox114', 'safari16.4'],
    rollupOptions: {
      input: ['src/embed/embed.ts', 'src/embed/loader.ts', 'src/embed/arabic.css'],
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
