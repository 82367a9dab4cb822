// The way between two places stands in an entry's way like anything else, free times are
// offered instead, and the table behind it is kept by secretaries.

import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { complaints, fits, signIn, taken } from './office';

async function create(page: Page, at: string, fields: Record<string, string>) {
  await page.goto(at);
  await taken(page);
  for (const [field, value] of Object.entries(fields)) await page.fill(`#${field}`, value);
}

test('a way that is too long is told while typing, and a free time is one press away', async ({ page }) => {
  test.skip(test.info().project.name === 'plain', 'without our program the server tells it');
  const heard = complaints(page);
  const week = '/desk/weeks/2027-W46';
  await signIn(page, 'thuky');
  await create(page, `${week}?new=2027-11-16.morning.1`, { content: 'Giao ban', start: '8h', end: '9h', place: '' });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.board .card', { hasText: 'Giao ban' })).toBeVisible();

  await create(page, `${week}?new=2027-11-16.morning.1`, {
    content: 'Thăm trạm y tế',
    start: '9h15',
    end: '10h15',
    place: 'Trạm y tế xã An Khê Hạ',
  });
  await expect(page.locator('.clash-list')).toContainText(
    'cần 60 phút đi từ trụ sở tới xã An Khê Hạ (đường 55, chuẩn bị 5), chỉ có 15 phút sau lịch 08:00-09:00',
  );
  const free = page.getByRole('group', { name: 'Giờ trống gần nhất' });
  await expect(free.getByRole('button')).toHaveText([/T3 16\/11, 10:00 - 11:00/, /T3 16\/11/, /T\d/]);
  await free.getByRole('button').first().click();
  await expect(page.locator('.clash-list')).toHaveCount(0);
  await expect(page.locator('#start')).toHaveValue('10:00');
  await expect(page.locator('.panel .save')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.board .card', { hasText: 'Thăm trạm y tế' })).toContainText('10:00');
  expect(heard).toEqual([]);
});

test('the table of ways is changed by a secretary, refused at the row, and fits a phone @plain', async ({ page }) => {
  const path = '/desk/settings/travel';
  const name = `Nơi thử ${test.info().project.name}`;
  await signIn(page, 'thuky');
  await page.goto(path);
  await taken(page);
  const row = page.locator('.ways tbody tr').nth((await page.locator('.ways tbody tr').count()) - 3);
  const [one, other, way] = [0, 1, 2].map((at) => row.locator('input').nth(at));
  await one.fill('Trụ sở');
  await other.fill(name);
  await way.fill('lâu');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.ways .error')).toHaveText('Cần một số từ 1 đến 600.');
  await page.locator('.ways input[aria-invalid=true]').fill('25');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.notice')).toContainText('Đã lưu.');
  await page.goto(path);
  await expect(page.locator(`.ways input[value="${name}"]`)).toHaveCount(1);
  await fits(page, path);
  if (test.info().project.name !== 'plain') {
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.violations).toEqual([]);
  }
});
