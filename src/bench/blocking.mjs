// How long each page keeps a slow phone's main thread busy, beside a minimal Leaflet page with the same layers.
// Usage: node src/bench/blocking.mjs URL [PATH ...]   (environment: SLOWDOWN=4, RUNS=5, CHROMIUM=/usr/bin/chromium)
// Prints, for the median run: total blocking time (what each task of the main thread took beyond 50 ms), the longest task,
// and when the map was awake. Tasks are measured in processor time, which other programs on the machine change little;
// the slowdown is Chromium's own and counts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(
  new URL("../../frontend/package.json", import.meta.url),
);
const { chromium } = require("playwright-core");
const leaflet = require.resolve("leaflet").replace(/leaflet-src\.js$/, "");
const [base = "", ...paths] = process.argv.slice(2);
const root = base.replace(/\/$/, "");
const slowdown = Number(process.env.SLOWDOWN ?? 4);
const runs = Number(process.env.RUNS ?? 5);
const PLAIN = "/plain-leaflet";

const plain = `<!doctype html><meta name="viewport" content="width=device-width"><title>Leaflet</title>
<link rel="stylesheet" href="${PLAIN}/leaflet.css"><style>html,body,#map{height:100%;margin:0}</style>
<div id="map"></div><script src="${PLAIN}/leaflet.js"></script><script>
const map = L.map('map').fitBounds([[24.5, 60], [34.5, 75]]);
Promise.all(LAYERS.map((url) => fetch(url).then((answer) => answer.json()))).then((layers) => {
  for (const layer of layers) L.geoJSON(layer, { filter: ({ geometry }) => geometry,
    pointToLayer: (feature, at) => L.circleMarker(at, { radius: 7 }) }).addTo(map);
  document.documentElement.classList.add('is-awake');
});
</script>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
  ],
});

async function measure(path) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.route(`**${PLAIN}/**`, async (route) => {
    const file = new URL(route.request().url()).pathname.split("/").pop();
    if (file !== "") return route.fulfill({ path: leaflet + file });
    const catalog = await (await fetch(`${root}/catalog.json`)).json();
    const layers = catalog.layers.map(({ id }) => `/layers/${id}.geojson`);
    return route.fulfill({
      contentType: "text/html",
      body: plain.replace("LAYERS", JSON.stringify(layers)),
    });
  });
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await browser.startTracing(page, {
    categories: ["disabled-by-default-devtools.timeline", "toplevel"],
  });
  await page.goto(root + path, { waitUntil: "commit" });
  // To ask whether it is visible would make the browser lay out a page that has no styles yet.
  await page.waitForSelector("html.is-awake", {
    state: "attached",
    timeout: 60_000,
  });
  const awake = Math.round(await page.evaluate(() => performance.now()));
  await page.waitForTimeout(1500);
  const tasks = tasksIn(
    JSON.parse((await browser.stopTracing()).toString()).traceEvents,
  );
  await context.close();
  const blocking = tasks.reduce(
    (sum, duration) => sum + Math.max(0, duration - 50),
    0,
  );
  return {
    blocking,
    longest: Math.max(0, ...tasks),
    awake,
    tasks: tasks.filter((duration) => duration > 50),
  };
}

/** The processor time of each task of the page's main thread, in milliseconds. */
function tasksIn(events) {
  const mains = events.filter(
    ({ name, args }) =>
      name === "thread_name" && args.name === "CrRendererMain",
  );
  const of = ({ pid, tid }) =>
    events
      .filter(
        (event) =>
          event.pid === pid && event.tid === tid && event.name === "RunTask",
      )
      .map(({ tdur = 0 }) => Math.round(tdur / 1000));
  const sum = (durations) =>
    durations.reduce((total, duration) => total + duration, 0);
  return mains.map(of).sort((a, b) => sum(b) - sum(a))[0] ?? [];
}

console.log(`CPU ${slowdown} times slower, 390 x 844, median of ${runs}`);
for (const path of paths.length > 0
  ? [...paths, `${PLAIN}/`]
  : ["/", "/places/sibi/", `${PLAIN}/`]) {
  await measure(path); // warms the server's and the machine's caches
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await measure(path));
  const { blocking, longest, awake, tasks } = all.sort(
    (a, b) => a.blocking - b.blocking,
  )[runs >> 1];
  console.log(
    `${path.padEnd(22)} blocks ${String(blocking).padStart(5)} ms, longest task ${String(longest).padStart(4)} ms,` +
      ` awake after ${awake} ms; tasks ${tasks.join(" ")}`,
  );
}
await browser.close();
