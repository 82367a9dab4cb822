// What the stories of the board share.

import { expect, type Locator, type Page } from '@playwright/test';

/** The cards that say this. */
export const card = (page: Page, text: string) => page.locator('.board .card', { hasText: text });
/** The place of a leader in a part of a day. */
export const cell = (page: Page, place: string) => page.locator(`td[data-place="${place}"]`);
/** What is said to have been done. */
export const toast = (page: Page) => page.locator('.toast');

/** Opens a board, ready to be used. */
export async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(page.locator('.desk[data-live]')).toBeAttached();
}

/** Creates an entry by the form at this address of a board. */
export async function create(page: Page, at: string, content: string, start: string, end: string) {
  await open(page, at);
  await page.fill('#content', content);
  await page.fill('#start', start);
  await page.fill('#end', end);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(card(page, content)).toBeVisible();
}

/** Holds the answers to these questions back until what it gives is called. */
export async function hold(page: Page, questions: string) {
  let answer = () => {};
  const held = new Promise<void>((go) => (answer = go));
  await page.route(questions, async (route) => {
    await held;
    await route.continue();
  });
  return answer;
}

/** Drags with the mouse and stops over the place, so that what is said there can be read. */
export async function carry(page: Page, from: Locator, to: Locator) {
  await from.scrollIntoViewIfNeeded();
  const start = await from.boundingBox();
  if (!start) throw new Error('nothing to carry');
  await page.mouse.move(start.x + 20, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + 20, { steps: 3 });
  const end = await to.boundingBox();
  if (!end) throw new Error('nowhere to go');
  await page.mouse.move(end.x + end.width / 2, end.y + Math.min(end.height / 2, 20), { steps: 8 });
}
