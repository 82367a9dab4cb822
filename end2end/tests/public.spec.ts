// The public page leads to the place that was asked for and stays there, although its title is
// painted before the rest and its days are laid out when somebody comes near.

import { expect, test, type Page } from '@playwright/test';

const WEEK = '/weeks/2026-W49';
const DAY = '#d2026-12-04';

/** How far below the upper edge of the window the day begins. */
function top(page: Page) {
  return page.locator(DAY).evaluate((day) => day.getBoundingClientRect().y);
}

for (const [screen, width] of [['a wide screen', 1280], ['a phone', 390]] as const) {
  test(`a link to a day leads to the day on ${screen}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const view of ['', '?view=table']) {
      await page.goto(`${WEEK}${view}${DAY}`);
      await expect.poll(async () => Math.abs(await top(page))).toBeLessThan(40);
    }
    await page.goto(WEEK);
    await page.locator(`.strip [href="${DAY}"]`).click();
    await expect.poll(async () => Math.abs(await top(page))).toBeLessThan(40);
  });
}

test('a reader stays at their place when the page is loaded again or printed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${WEEK}?view=table`);
  await page.evaluate(() => scrollTo(0, 1200));
  // The font that the first visit fetched breaks some lines elsewhere.
  const moved = () => page.evaluate(() => Math.abs(scrollY - 1200));
  await page.reload();
  await expect.poll(moved).toBeLessThan(100);
  await page.goto(`${WEEK}?view=table`);
  await page.evaluate(() => scrollTo(0, 1200));
  await page.pdf();
  await expect.poll(moved).toBeLessThan(100);
});

test('text at twice its size needs no scrolling sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/', WEEK, `${WEEK}?view=leaders`, `${WEEK}?view=table`, `${WEEK}/changes`, '/subscribe']) {
    await page.goto(path);
    const over = await page.evaluate(() => {
      const root = document.documentElement;
      root.style.fontSize = '200%';
      return root.scrollWidth - root.clientWidth;
    });
    expect(over, path).toBeLessThanOrEqual(0);
  }
});
