// The leader's phone: days are swiped, changes stay until they were seen, and what comes
// next is at the top with whom to call.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { complaints, fits, signIn, taken } from './office';

test('the pager begins today, goes on by its links, and the page fits a phone', async ({ page }) => {
  const heard = complaints(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'pct3');
  await page.goto('/my?week=2026-W49');
  await taken(page);
  const friday = page.locator('.pages > section', { hasText: 'Hôm nay' });
  await expect(friday).toBeInViewport({ ratio: 0.2 });
  await expect(page.locator('[id="d2026-12-02"]')).not.toBeInViewport();
  await friday.getByRole('link', { name: /Ngày trước/ }).click();
  await expect(page.locator('[id="d2026-12-03"]')).toBeInViewport({ ratio: 0.2 });
  await fits(page, '/my');
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations).toEqual([]);
  expect(heard).toEqual([]);
});

test('the past of a week is asked by forms @plain', async ({ page }) => {
  await signIn(page, 'thuky');
  await page.goto('/desk/weeks/2026-W49/publications');
  await taken(page);
  await page.fill('#day', '2026-11-30');
  await page.fill('#time', '8h');
  await page.getByRole('button', { name: 'Xem' }).click();
  await expect(page.locator('#past-h')).toContainText('Phát hành lần đầu');
  await page.selectOption('#from', '2');
  await page.selectOption('#to', '3');
  await page.getByRole('button', { name: 'So sánh' }).click();
  await expect(page.locator('#past-h')).toContainText('→');
  await expect(page.locator('.history')).toContainText('phát hành tuần');
  if (test.info().project.name !== 'plain') {
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations).toEqual([]);
  }
});
