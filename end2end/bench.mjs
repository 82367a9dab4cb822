// What a slow phone sees of the public page and of the desk, for `cargo xtask bench`:
// the largest paint, the layout shift and the bytes, each the median of some cold loads.
// It prints lines of a name and a number.

import { chromium } from '@playwright/test';

const url = process.env.GIAOBAN_URL;
const loads = 5;

// "Slow 4G" of Chromium's DevTools: latency in ms for each request, bytes per second.
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};
const slowdown = 4;

const browser = await chromium.launch({
  executablePath: process.env.GIAOBAN_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

// Runs in the page before anything else, so that no paint is missed.
function watch() {
  window.seen = { paint: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.paint = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

async function load(path, email) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  if (email) {
    const form = { email, password: 'giao-ban-demo' };
    const answer = await context.request.post(`${url}/sign-in`, { form, maxRedirects: 0 });
    if (answer.status() !== 303) throw new Error(`sign-in answers ${answer.status()}`);
  }
  const page = await context.newPage();
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow4g);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let bytes = 0;
  devtools.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  const answer = await page.goto(url + path, { waitUntil: 'load' });
  if (answer.status() !== 200) throw new Error(`${path} answers ${answer.status()}`);
  if (email) await page.waitForSelector('html[data-taken]', { state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  if (!(seen.paint > 0)) throw new Error(`${path} painted nothing`);
  return { ...seen, bytes };
}

const median = (figures) => figures.sort((a, b) => a - b)[Math.floor((figures.length - 1) / 2)];

for (const [name, path, email] of [
  ['public', '/', null],
  ['desk', '/desk/weeks/2026-W49', 'thuky@minhgiang.example'],
]) {
  const found = [];
  for (let n = 0; n < loads; n += 1) found.push(await load(path, email));
  console.log(`${name}_paint_ms ${median(found.map((f) => f.paint)).toFixed(0)}`);
  console.log(`${name}_shift ${Math.max(...found.map((f) => f.shift)).toFixed(4)}`);
  console.log(`${name}_bytes ${median(found.map((f) => f.bytes))}`);
}
await browser.close();
