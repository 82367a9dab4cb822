// The two pictures of the README, out of a running demo office (GIAOBAN_URL).

import { chromium } from '@playwright/test';

const url = process.env.GIAOBAN_URL ?? 'http://127.0.0.1:3000';
const folder = process.env.GIAOBAN_PICTURES ?? '../docs/pictures';
const browser = await chromium.launch({
  executablePath: process.env.GIAOBAN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
// The fonts are shown from the second page on, when the browser has them.
for (let visit = 0; visit < 2; visit += 1) {
  await page.goto(`${url}/weeks/2026-W49`);
  await page.evaluate(() => document.fonts.ready);
}
await page.screenshot({ path: `${folder}/week.png` });
await page.goto(`${url}/sign-in`);
await page.fill('#email', 'thuky@minhgiang.example');
await page.fill('#password', 'giao-ban-demo');
await page.locator('main form button').click();
await page.goto(`${url}/desk/weeks/2026-W49`);
await page.waitForSelector('html[data-taken]');
await page.screenshot({ path: `${folder}/board.png` });
await browser.close();
