// What a slow phone sees of the public page and of the desk, for `cargo xtask bench`:
// the largest paint, the layout shift and the bytes, each the median of some cold loads.
// It prints lines of a name and a number.

import { createServer } from 'node:http';
import { chromium } from '@playwright/test';

const url = process.env.GIAOBAN_URL;
const crowd = process.env.GIAOBAN_CROWD_URL ?? url;
const loads = 5;

// "Slow 4G" of Chromium's DevTools: latency in ms for each request, bytes per second.
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};
const slowdown = 4;

const machine = { viewport: { width: 1440, height: 900 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
const chief = { email: 'chanhvanphong@minhgiang.example', password: 'giao-ban-demo' };

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

/**
 * Notes when the board hears pointer and keyboard, when our program has taken over all that
 * stands around it as well, and what of the work before held the page up.
 */
function watchWork() {
  window.work = { usable: 0, taken: 0, tasks: [] };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.work.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver((_, observer) => {
    if (!window.work.usable && document.querySelector('.desk[data-live]')) window.work.usable = performance.now();
    if (!document.documentElement.hasAttribute('data-taken')) return;
    window.work.taken = performance.now();
    observer.disconnect();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-live', 'data-taken'] });
}

/** How long tasks of more than 50 ms held a page up before this moment. */
function blocked(tasks, before) {
  const held = ({ startTime, duration }) => Math.min(startTime + duration, before) - startTime - 50;
  return tasks.reduce((sum, task) => sum + Math.max(0, held(task)), 0);
}

/** A page of one sentence from a server of its own: what this machine needs for any page at all. */
async function sentence() {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end('<!DOCTYPE html><title>One</title><p>A page of one sentence.</p>');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const found = [];
  for (let n = 0; n < loads; n += 1) found.push(await load(`http://127.0.0.1:${server.address().port}/`, null));
  server.close();
  return median(found.map((f) => f.paint));
}

async function load(address, email) {
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
  const answer = await page.goto(address, { waitUntil: 'load' });
  if (answer.status() !== 200) throw new Error(`${address} answers ${answer.status()}`);
  if (email) await page.waitForSelector('html[data-taken]', { state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  if (!(seen.paint > 0)) throw new Error(`${address} painted nothing`);
  return { ...seen, bytes };
}

const median = (figures) => figures.sort((a, b) => a - b)[Math.floor((figures.length - 1) / 2)];

console.log(`sentence_paint_ms ${(await sentence()).toFixed(0)}`);
for (const [name, path, email] of [
  ['public', '/', null],
  ['desk', '/desk/weeks/2026-W49', 'thuky@minhgiang.example'],
]) {
  const found = [];
  for (let n = 0; n < loads; n += 1) found.push(await load(url + path, email));
  console.log(`${name}_paint_ms ${median(found.map((f) => f.paint)).toFixed(0)}`);
  console.log(`${name}_shift ${Math.max(...found.map((f) => f.shift)).toFixed(4)}`);
  console.log(`${name}_bytes ${median(found.map((f) => f.bytes))}`);
}

/**
 * The board on a slow machine: when it can be used, and how long it was blocked. Either with
 * nothing kept by the browser, or as somebody comes to it in the morning: through the page
 * that asks for the password and fetches the rooms meanwhile, counted from their press.
 */
async function board(comesThroughSignIn) {
  const context = comesThroughSignIn ? await browser.newContext(machine) : await desk(url);
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.addInitScript(watchWork);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow4g);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const path = '/desk/weeks/2026-W49';
  if (comesThroughSignIn) {
    await page.goto(`${url}/sign-in?next=${encodeURIComponent(path)}`);
    await page.fill('[name=email]', chief.email);
    await page.fill('[name=password]', chief.password);
    await page.waitForFunction(() => {
      const rooms = [...document.querySelectorAll('[data-ahead]')];
      return rooms.length > 0 && rooms.every((room) => performance.getEntriesByName(room.href).length > 0);
    });
    await page.click('form button:not([type=button])');
    await page.waitForURL(`**${path}`, { waitUntil: 'commit' });
  } else {
    await page.goto(url + path);
  }
  await page.waitForSelector('html[data-taken]', { state: 'attached' });
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  const seen = await page.evaluate(() => ({ ...window.seen, ...window.work }));
  await context.close();
  if (!(seen.usable > 0)) throw new Error('the board never heard pointer and keyboard');
  return { ...seen, blocked: blocked(seen.tasks, seen.usable), heldUp: blocked(seen.tasks, seen.taken) };
}

/** Carries a card over a week of 300 entries: the longest frame, and how soon a move is painted. */
async function drag() {
  const context = await desk(crowd);
  const page = await context.newPage();
  await page.goto(`${crowd}/desk/weeks/${process.env.GIAOBAN_CROWD_WEEK}`);
  await page.waitForSelector('html[data-taken]', { state: 'attached' });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const card = page.locator('.board .card').nth(3);
  await card.scrollIntoViewIfNeeded();
  const from = await card.boundingBox();
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 });
  await page.evaluate(() => {
    window.frames = [];
    window.moves = [];
    let last = performance.now();
    const frame = (now) => {
      window.frames.push(now - last);
      last = now;
      if (window.frames.length < 1e5) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    // From the event to the frame that shows it, in the order in which the browser works.
    window.addEventListener(
      'pointermove',
      (event) => requestAnimationFrame(() => setTimeout(() => window.moves.push(performance.now() - event.timeStamp))),
      true,
    );
  });
  for (let step = 0; step < 120; step += 1) {
    const way = step / 120;
    await page.mouse.move(from.x + 40 + 700 * way, from.y + 20 + 300 * Math.abs(Math.sin(way * 6)));
  }
  const seen = await page.evaluate(() => ({ frames: window.frames.slice(2), moves: window.moves }));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  // What the keyboard's step costs: the handler judges the place before it returns.
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.locator('.board .card').nth(3).focus();
  await page.keyboard.press(' ');
  const steps = await page.evaluate(() => {
    const times = [];
    for (let n = 0; n < 40; n += 1) {
      const key = n % 2 ? 'ArrowUp' : 'ArrowDown';
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      const began = performance.now();
      document.activeElement.dispatchEvent(event);
      const took = performance.now() - began;
      times.push({ took, judged: performance.getEntriesByName('judge', 'measure')[0].duration });
    }
    return times;
  });
  await context.close();
  return {
    frame: Math.max(...seen.frames),
    paint: median(seen.moves),
    step: median(steps.map((step) => step.took)),
    judged: median(steps.map((step) => step.judged)),
  };
}

/** A secretary's browser at one of the offices: hosts share their cookies, whatever the port. */
async function desk(office) {
  const context = await browser.newContext(machine);
  const answer = await context.request.post(`${office}/sign-in`, { form: chief, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`sign-in answers ${answer.status()}`);
  return context;
}

for (const [name, comesThroughSignIn] of [['board', true], ['board_cold', false]]) {
  const boards = [];
  for (let n = 0; n < loads; n += 1) boards.push(await board(comesThroughSignIn));
  console.log(`${name}_usable_ms ${median(boards.map((b) => b.usable)).toFixed(0)}`);
  console.log(`${name}_blocked_ms ${median(boards.map((b) => b.blocked)).toFixed(0)}`);
  console.log(`${name}_taken_ms ${median(boards.map((b) => b.taken)).toFixed(0)}`);
  console.log(`${name}_held_up_ms ${median(boards.map((b) => b.heldUp)).toFixed(0)}`);
  console.log(`${name}_shift ${Math.max(...boards.map((b) => b.shift)).toFixed(4)}`);
}
const carried = await drag();
console.log(`drag_frame_ms ${carried.frame.toFixed(1)}`);
console.log(`drag_paint_ms ${carried.paint.toFixed(1)}`);
console.log(`drag_judged_ms ${carried.judged.toFixed(3)}`);
console.log(`drag_step_ms ${carried.step.toFixed(3)}`);
await browser.close();
