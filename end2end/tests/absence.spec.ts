// A leader is away for some days: somebody acts, and what takes place is handed over in
// one step; the same story with our program in the browser and without it.

import { expect, test } from '@playwright/test';
import { complaints, fitsCleanly, open, signIn } from './office';

test('a leave names who acts and hands a meeting over @plain', async ({ page }) => {
  const heard = complaints(page);
  const plain = test.info().project.name === 'plain';
  const [week, monday, tuesday] = plain
    ? ['2027-W36', '2027-09-06', '2027-09-07']
    : ['2027-W38', '2027-09-20', '2027-09-21'];
  await signIn(page, 'thuky');
  await open(page, `/desk/weeks/${week}?new=${tuesday}.morning.1`);
  await page.fill('#content', 'Họp về chuyển đổi số');
  await page.fill('#start', '8h');
  await page.fill('#end', '10h');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.board .card', { hasText: 'chuyển đổi số' }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Nghỉ, đi công tác' }).click();
  await page.selectOption('#leader', { index: 0 });
  await page.fill('#from', monday);
  await page.fill('#to', tuesday);
  await page.getByRole('button', { name: 'Xem lịch những ngày này' }).click();
  const meeting = page.locator('.proposals > li', { hasText: 'chuyển đổi số' });
  await expect(meeting.getByRole('checkbox')).toBeChecked();
  await page.selectOption('#acting', { index: 2 });
  await page.fill('#agreed_by', 'Thường trực Tỉnh ủy');
  await meeting.getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(page.locator('form.absence .notice')).toContainText('trùng với lịch khác');
  await meeting.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Ghi nhận' }).click();

  await expect(page).toHaveURL(new RegExp(`/desk/weeks/${week}`));
  const day = page.locator(`td[data-place^="${monday}.all_day"]`, { hasText: 'Nghỉ phép' });
  await expect(day).toContainText('Nghỉ phép');
  await expect(day.locator('.card')).toHaveCount(1);
  const handed = page.locator('.board .card', { hasText: 'chuyển đổi số' }).first();
  await expect(handed).toContainText('Ủy quyền');
  await handed.click();
  await expect(page.locator('#agreed_by')).toHaveValue('Thường trực Tỉnh ủy');
  expect(heard.filter((text) => !text.includes('409') && !text.includes('422'))).toEqual([]);
});

test('an absence is ended at once @plain', async ({ page }) => {
  const heard = complaints(page);
  const plain = test.info().project.name === 'plain';
  const [leader, column] = plain ? [3, '2027-12-30'] : [2, '2027-12-28'];
  const week = '/desk/weeks/2027-W52';
  const [from, to] = plain ? ['2027-12-30', '2027-12-31'] : ['2027-12-28', '2027-12-29'];
  await signIn(page, 'thuky');
  await open(page, `${week}/absence?leader=${leader}&kind=business_trip&from=${from}&to=${to}`);
  await page.fill('#content', 'Đi công tác Hà Nội');
  await page.getByRole('button', { name: 'Ghi nhận' }).click();
  const days = page.locator('.board .card', { hasText: 'Đi công tác Hà Nội' });
  await expect(page.locator(`td[data-place^="${column}.all_day"] .card`, { hasText: 'Hà Nội' })).toHaveCount(1);
  await days.first().click();
  await page.getByRole('link', { name: 'Kết thúc đợt vắng' }).click();
  await expect(page.locator('.times > li')).toHaveCount(2);
  await page.getByRole('button', { name: 'Kết thúc đợt vắng' }).click();
  await expect(page.locator('.toast')).toContainText('Đã kết thúc đợt vắng');
  await expect(days).toHaveCount(0);
  expect(heard).toEqual([]);
});

test('an absence is clean for axe and fits a narrow screen', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signIn(page, 'chanhvanphong');
  const days = 'leader=1&kind=leave&from=2026-12-01&to=2026-12-02';
  await fitsCleanly(page, ['/desk/weeks/2026-W49/absence', `/desk/weeks/2026-W49/absence?${days}`]);
  expect(heard).toEqual([]);
});
