// Coming in: the page that was wanted is the answer to the password.

import { expect, test } from '@playwright/test';
import { PASSWORD } from './office';

test('whoever signs in stands on the page they wanted, and a reload asks for that @plain', async ({ page }) => {
  const week = '/desk/weeks/2026-W49';
  await page.goto(week);
  await expect(page).toHaveURL(/sign-in/);
  await page.fill('#email', 'thuky@minhgiang.example');
  await page.fill('#password', PASSWORD);
  await page.locator('main form button').click();
  await expect(page).toHaveURL(week);
  await expect(page.locator('.board')).toBeVisible();
  const asked = page.waitForRequest((request) => request.isNavigationRequest());
  await page.reload();
  expect([(await asked).method(), new URL((await asked).url()).pathname]).toEqual(['GET', week]);
  await expect(page.locator('.board')).toBeVisible();
  // Back is the door, which is open now and leads on.
  await page.goBack();
  await expect(page).toHaveURL(week);
});
