// An entry comes again: made a series, put on the board when a week begins, changed from
// a day on, ended; with our program in the browser and without it.

import { expect, test } from '@playwright/test';
import { complaints, fitsCleanly, open, signIn } from './office';

test('an entry is repeated, and the next week begins with it @plain', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  const plain = test.info().project.name === 'plain';
  const content = `Giao ban khối ${test.info().project.name}`;
  const [week, next, monday] = plain
    ? ['2027-W40', '2027-W41', '2027-10-04']
    : ['2027-W43', '2027-W44', '2027-10-25'];
  await signIn(page, 'thuky');
  await open(page, `/desk/weeks/${week}?new=${monday}.morning.1`);
  await page.fill('#content', content);
  await page.fill('#start', '7h30');
  await page.fill('#end', '8h');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const card = page.locator('.board .card', { hasText: content }).first();
  await card.click();
  await page.getByRole('link', { name: 'Lặp lại' }).click();
  await page.fill('#until', '');
  await page.getByRole('button', { name: 'Tạo lịch lặp lại' }).click();
  await expect(page.locator('#until-error')).toHaveText('Cần điền mục này.');
  await page.fill('#count', '3');
  await page.getByRole('button', { name: 'Tạo lịch lặp lại' }).click();
  await expect(page.locator('.notice')).toContainText(`Đã lưu: ${content}`);
  await expect(page.locator('aside.panel')).toContainText('Hằng tuần: Thứ Hai; 3 lần');

  await open(page, `/desk/weeks/${next}/start?from=series`);
  const line = page.locator('.proposals > li', { hasText: content });
  await expect(line.getByRole('checkbox')).toBeChecked();
  await page.getByRole('button', { name: 'Đưa vào tuần' }).click();
  await expect(card).toBeVisible();
  await open(page, `/desk/weeks/${next}/start?from=series`);
  await expect(line).toHaveCount(0);

  await open(page, `/desk/weeks/${next}`);
  await card.click();
  await page.getByRole('link', { name: 'Lặp lại' }).click();
  await expect(page.getByLabel('Đổi cả những lần đã có trên bảng')).toBeChecked();
  await page.getByRole('button', { name: 'Kết thúc từ lần này' }).click();
  await expect(page.locator('.notice')).toContainText(`Đã lưu: ${content}`);
  expect(heard.filter((text) => !text.includes('422'))).toEqual([]);
});

test('an entry is saved and comes again in one go @plain', async ({ page }) => {
  const heard = complaints(page);
  const [start, end] = test.info().project.name === 'plain' ? ['7h', '7h20'] : ['7h30', '8h'];
  await signIn(page, 'thuky');
  await open(page, '/desk/weeks/2028-W24?new=2028-06-12.morning.1');
  await page.fill('#content', 'Giao ban khối cuối năm');
  await page.fill('#start', start);
  await page.fill('#end', end);
  await page.getByRole('button', { name: 'Lưu và lặp lại' }).click();
  await expect(page).toHaveURL(/\/desk\/series\?entry=/);
  await expect(page.locator('aside.panel')).toContainText('Giao ban khối cuối năm');
  await page.fill('#until', '');
  await page.fill('#count', '4');
  await page.getByRole('button', { name: 'Tạo lịch lặp lại' }).click();
  await expect(page.locator('.notice')).toContainText('Đã lưu: Giao ban khối cuối năm');
  expect(heard.filter((text) => !text.includes('422'))).toEqual([]);
});

test('series are clean for axe and fit a narrow screen', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signIn(page, 'chanhvanphong');
  await fitsCleanly(page, ['/desk/series', '/desk/series?entry=3']);
  expect(heard).toEqual([]);
});
