// The house stands: a page arrives complete, the browser takes it over, a lazy room
// opens without a reload, and nobody complains in the console.

import { expect, test } from '@playwright/test';

test('the browser takes the page over and opens a lazy room', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));

  await page.goto('/');
  const counter = page.locator('#count');
  await expect(async () => {
    await counter.click();
    await expect(counter).not.toHaveText('0', { timeout: 200 });
  }).toPass();

  await page.getByRole('link', { name: 'Second' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second');
  await expect(page.locator('#greeting')).toHaveText('Xin chào văn phòng');

  await page.reload();
  await expect(page.locator('#greeting')).toHaveText('Xin chào văn phòng');
  const again = page.locator('#count');
  await expect(async () => {
    await again.click();
    await expect(again).not.toHaveText('0', { timeout: 200 });
  }).toPass();

  expect(complaints).toEqual([]);
});

test('the page is complete without JavaScript @plain', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giao Ban');
});
