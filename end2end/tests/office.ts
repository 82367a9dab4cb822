// What every story needs: signing in, and noticing what went wrong unseen.

import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';

/** The password of the demo office. */
export const PASSWORD = 'giao-ban-demo';

/** Signs in with one of the demo's names ("thuky", "chanhvanphong" ...). */
export async function signIn(page: Page, name: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#email', `${name}@minhgiang.example`);
  await page.fill('#password', password);
  await page.locator('main form button').click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Waits until our program has taken a page of the rooms over; without one it returns at once. */
export async function taken(page: Page): Promise<void> {
  if (test.info().project.name !== 'plain') await expect(page.locator('html[data-taken]')).toBeAttached();
}

/** Opens a page of the rooms, ready to be used. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await taken(page);
}

/** The page does not scroll sideways at any of these widths. */
export async function fits(page: Page, name: string, widths = [1440, 390, 320]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `${name} at ${width}`).toBeLessThanOrEqual(0);
  }
}

/** Each of these pages fits narrow screens, and axe finds nothing at the narrowest. */
export async function fitsCleanly(page: Page, paths: readonly string[]): Promise<void> {
  // axe takes seconds for a page, on a busy machine many.
  test.setTimeout(300_000);
  for (const path of paths) {
    await open(page, path);
    await fits(page, path);
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations, path).toEqual([]);
  }
}

/** A second person at a browser of their own, signed in. */
export async function another(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ ...test.info().project.use });
  const page = await context.newPage();
  await signIn(page, name);
  return page;
}

/** The letter of the meeting that is open goes out. */
export async function issuesTheLetter(page: Page): Promise<void> {
  const panel = page.locator('aside.panel');
  await page.getByRole('link', { name: 'Phát hành giấy mời' }).click();
  // Empty is the next number, also when another story has taken the one that was shown.
  await panel.locator('#number').fill('');
  await panel.getByRole('button', { name: 'Phát hành giấy mời', exact: true }).click();
}

/** Collects what the browser complains about; to be empty at the end of a story. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return heard;
}

/** A PDF that viewers open: one page with one line. */
export function pdf(text: string): Buffer {
  const stream = `BT /F1 24 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const at = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`);
}
