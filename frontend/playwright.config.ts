import { defineConfig } from '@playwright/test';

/** Runs against a server that is already running, at BASE_URL. */
export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  reporter: 'list',
  timeout: 180_000,
  expect: { timeout: 40_000 },
  // A busy machine may stall a browser for seconds; tests that pass only when retried are reported as flaky.
  retries: 1,
  snapshotPathTemplate: 'e2e/golden/{arg}{ext}',
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        // As with a window; the pictures in e2e/golden show letters.
        '--font-render-hinting=slight',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
