// The next meetings of a body are planned at once: looked at with what stands in their
// way, moved, left out, put on the board; then they know each other.

import { expect, test } from '@playwright/test';
import { complaints, fitsCleanly, open, signIn } from './office';

test('the secretary plans the next meetings of the committee @plain', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  const plain = test.info().project.name === 'plain';
  const [first, busy, week, free, last] = plain
    ? ['2028-08-11', '2028-09-08', '2028-W36', '2028-09-11', '2028-10-13']
    : ['2028-03-10', '2028-04-14', '2028-W15', '2028-04-17', '2028-05-12'];
  await signIn(page, 'thuky');
  await open(page, `/desk/weeks/${week}?new=${busy}.morning.1`);
  await page.fill('#content', `Làm việc với đoàn công tác ${test.info().project.name}`);
  await page.fill('#start', '8h');
  await page.fill('#end', '9h');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.board .card', { hasText: 'Làm việc với đoàn công tác' }).first()).toBeVisible();

  await open(page, '/desk/bodies');
  await page.getByRole('link', { name: 'Lập các phiên tiếp theo' }).first().click();
  await expect(page.locator('h1')).toHaveText('Lập các phiên tiếp theo');
  await expect(page.locator('#content')).toHaveValue(/\{số\}/);
  const number = Number(await page.inputValue('#session'));
  await page.fill('#first', first);
  await page.fill('#count', '');
  await page.fill('#start', '8h');
  await page.fill('#minutes', '120');
  const look = page.getByRole('button', { name: 'Xem trước các phiên' });
  await look.click();
  await expect(page.locator('#until-error')).toHaveText('Cần điền mục này.');
  await page.fill('#count', '3');
  await look.click();
  const rows = page.locator('.proposals > li');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText('đã có lịch');
  await page.getByRole('button', { name: 'Lập các phiên đã chọn' }).click();
  await expect(page.locator('.notice', { hasText: 'đã có lịch' })).toBeVisible();

  await rows.nth(1).locator('input[type="date"]').fill(free);
  await rows.nth(2).getByRole('checkbox').uncheck();
  await look.click();
  await expect(rows.nth(2)).toContainText('Bỏ');
  await expect(rows.nth(1)).not.toContainText('đã có lịch');
  await expect(rows.nth(2).locator('input[type="date"]')).toHaveValue(last);
  await page.getByRole('button', { name: 'Lập các phiên đã chọn' }).click();

  await expect(page).toHaveURL(/\/desk\/meetings\?body=/);
  const card = (n: number) => page.locator('main li', { hasText: `Phiên thứ ${n}` }).filter({ has: page.locator('h2') });
  await expect(card(number)).toBeVisible();
  await expect(card(number + 1)).toBeVisible();
  await expect(card(number + 2)).toHaveCount(0);

  await card(number).getByRole('link').first().click();
  const beside = page.getByRole('navigation', { name: 'Các phiên của tổ chức họp' });
  await expect(beside.getByRole('link', { name: `Phiên sau: Phiên thứ ${number + 1}` })).toBeVisible();
  await page.getByRole('link', { name: 'Thêm nội dung' }).click();
  await page.fill('#content', 'Báo cáo tình hình thu ngân sách');
  await page.selectOption('#item_kind', { index: 1 });
  await page.fill('#minutes', '20');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const item = page.locator('.agenda li', { hasText: 'Báo cáo tình hình thu ngân sách' }).first();
  await item.getByRole('link', { name: /Chuyển cuộc họp sau/ }).click();
  await page.fill('#reason', 'Chưa đủ số liệu');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(item).toContainText('Chuyển cuộc họp sau');
  await beside.getByRole('link', { name: /Phiên sau/ }).click();
  await expect(page.locator('.agenda')).toContainText('Báo cáo tình hình thu ngân sách');
  await expect(beside.getByRole('link', { name: `Phiên trước: Phiên thứ ${number}` })).toBeVisible();

  await page.getByRole('link', { name: 'Tổ chức họp, số phiên' }).click();
  await page.fill('#session', `${number}`);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('#session-error')).toContainText(`số tiếp theo còn trống là ${number + 2}.`);
  await page.fill('#session', '');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.facts')).not.toContainText('Phiên thứ');
  await beside.getByRole('link', { name: /Phiên trước/ }).click();
  await expect(beside.getByRole('link', { name: `Phiên sau: ${free.split('-').reverse().join('/')}` })).toBeVisible();
  expect(heard.filter((text) => !text.includes('422'))).toEqual([]);
});

test('the plan fits narrow screens, and axe finds nothing', async ({ page }) => {
  await signIn(page, 'thuky');
  const asked = 'repeats=monthly_by_weekday&count=3&on_day_off=next_working_day&first=2027-10-01';
  const each = 'content=Phi%C3%AAn+%7Bs%E1%BB%91%7D&session=90&start=8h&minutes=120&chair=1';
  await fitsCleanly(page, ['/desk/meetings/plan?body=1', `/desk/meetings/plan?body=1&${asked}&${each}`]);
});
