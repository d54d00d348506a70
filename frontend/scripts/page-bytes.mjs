/**
 * Counts the bytes transferred for a first view of a page, by kind: `npm run bytes [-- path]`. BASE_URL is the server,
 * CHROMIUM the browser, ENCODING what the browser accepts (gzip).
 */
import { chromium } from '@playwright/test';

const base = process.env.BASE_URL ?? 'http://localhost:8080';
const encoding = process.env.ENCODING ?? 'gzip';
const path = process.argv[2] ?? '/';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const client = await page.context().newCDPSession(page);
await client.send('Network.enable');
await client.send('Network.setCacheDisabled', { cacheDisabled: true });
await client.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': encoding } });

/** For each request: its kind, its encoding, and its bytes including headers. */
const requests = new Map();
client.on('Network.responseReceived', ({ requestId, type, response }) => {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { pathname, origin, protocol } = new URL(response.url);
  if (protocol === 'data:') return;
  requests.set(requestId, {
    pathname,
    origin,
    kind: kindOf(pathname, type),
    encoding: headers['content-encoding'] ?? '',
    bytes: 0,
  });
});
client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
  const request = requests.get(requestId);
  if (request) request.bytes = encodedDataLength;
});

await page.goto(base + path);
// An embed is complete at once; other pages become interactive later.
if (!new URL(page.url()).pathname.includes('/embed/'))
  await page.waitForSelector('html.is-awake', { state: 'attached' });
await page.waitForLoadState('networkidle');
await browser.close();

const rows = [...requests.values()];
rows.sort((a, b) => a.kind.localeCompare(b.kind) || b.bytes - a.bytes);
const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
for (const kind of new Set(rows.map((row) => row.kind))) {
  const own = rows.filter((row) => row.kind === kind);
  print(
    kind,
    own.reduce((sum, { bytes }) => sum + bytes, 0),
    '',
  );
  for (const { pathname, bytes, encoding: how } of own) print(`  ${pathname}`, bytes, how);
}
const origins = new Set(rows.map(({ origin }) => origin));
print('total', total, `${(total / 1024).toFixed(1)} KiB`);
print('requests', rows.length, '');
print('third parties', origins.size - 1, '');

function kindOf(pathname, type) {
  if (pathname.startsWith('/basemap/')) return 'basemap';
  if (pathname.startsWith('/layers/')) return 'layers';
  return type.toLowerCase();
}

function print(name, bytes, note) {
  process.stdout.write(`${name.padEnd(56)}${String(bytes).padStart(9)}  ${note}\n`);
}
