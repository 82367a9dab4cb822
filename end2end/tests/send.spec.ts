// What somebody does to a form while it is on its way.

import { expect, test } from '@playwright/test';
import { card, cell, create, hold, open } from './board';
import { signIn } from './office';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'needs our program');

test('what is corrected and sent again while the first answer is on its way is what is saved', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W26?new=2028-06-27.morning.1', 'Họp về cảng biển', '8h', '10h');
  const answer = await hold(page, '**/api/schedule/save_entry*');
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/schedule/save_entry')) asked += 1;
  });
  await open(page, '/desk/weeks/2028-W26?new=2028-06-27.morning.1');
  const save = page.getByRole('button', { name: 'Lưu', exact: true });
  await page.fill('[name=start]', '9h');
  await page.fill('[name=end]', '9h30');
  await page.fill('[name=content]', 'Họp về sân bay');
  await save.click();
  await expect.poll(() => asked).toBe(1);
  await page.fill('[name=start]', '10h');
  await page.fill('[name=end]', '11h');
  await save.click();
  answer();
  await expect(cell(page, '2028-06-27.morning.1').locator('.card')).toHaveCount(2);
  await expect(card(page, 'Họp về sân bay')).toContainText('11:00');
  await expect(page.locator('.panel')).toHaveCount(0);
  expect(asked).toBe(2);
});

test('what is corrected before the refusal came is judged as it stands', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W27?new=2028-07-04.morning.1', 'Họp về hạ tầng số', '8h', '10h');
  const asked = page.waitForRequest('**/api/schedule/save_entry*');
  const answer = await hold(page, '**/api/schedule/save_entry*');
  await open(page, '/desk/weeks/2028-W27?new=2028-07-04.morning.1');
  await page.fill('[name=start]', '9h');
  await page.fill('[name=end]', '9h30');
  await page.fill('[name=content]', 'Họp về điện rác');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await asked;
  await page.fill('[name=start]', '10h');
  await page.fill('[name=end]', '11h');
  answer();
  await expect(page.locator('.panel .notice').first()).toContainText('Chưa lưu');
  await expect(page.locator('.clash-list')).toHaveCount(0);
  await expect(page.locator('[name=start]')).toHaveValue('10h');
});

test('whoever types on while a deed is refused is not taken elsewhere', async ({ page }) => {
  await signIn(page, 'thuky');
  const week = '/desk/weeks/2028-W28';
  await create(page, `${week}?new=2028-07-11.morning.1`, 'Họp về bãi đỗ xe', '8h', '9h');
  const address = await card(page, 'Họp về bãi đỗ xe').getAttribute('href');
  await open(page, `${week}${address?.replace('entry', 'move')}`);
  const answer = await hold(page, '**/api/schedule/move_entry*');
  const panel = page.locator('.panel');
  await panel.locator('[name=date]').fill('1900-01-01');
  const asked = page.waitForRequest('**/api/schedule/move_entry*');
  await panel.locator('[name=date]').press('Enter');
  await asked;
  await panel.locator('[name=start]').fill('1');
  answer();
  await expect(panel.locator('[name=date]')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('0h15');
  await expect(panel.locator('[name=start]')).toHaveValue('10h15');
});
