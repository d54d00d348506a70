import { defineConfig } from 'vite';
import readers from './vite.config';

/**
 * Builds the page of the desk beside the readers' pages, with a manifest of its own: they share files of fonts, and no
 * script, so that readers load nothing for it.
 */
export default defineConfig({
  ...readers,
  build: {
    ...readers.build,
    emptyOutDir: false,
    manifest: '.vite/desk.json',
    license: false,
    rollupOptions: {
      preserveEntrySignatures: false,
      input: { desk: 'src/desk/main.ts' },
      output: { postBanner: '/*! Licences of the components: licenses.txt */' },
    },
  },
});
