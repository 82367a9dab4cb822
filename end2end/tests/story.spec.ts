// One week from draft to published, adjusted and published again: the secretary builds it, the rules
// object, the Chief of Office approves and publishes, the public reads it, a calendar fetches it.
// The same story with our program in the browser and without it (@plain).

import { expect, type Page, test, type TestInfo } from '@playwright/test';
import { another, signIn, taken } from './office';

/** Each project tells the story in a week of its own. */
function week(info: TestInfo) {
  return info.project.name === 'plain'
    ? { name: '2027-W09', day: '2027-03-02', first: 'Họp rà soát quy hoạch chung đô thị Minh Tân', number: 9 }
    : { name: '2027-W10', day: '2027-03-09', first: 'Họp nghe báo cáo dự án cầu Lam Giang 2', number: 10 };
}

async function step(page: Page, name: string, button: string) {
  await page.goto(`/desk/weeks/${name}`);
  await taken(page);
  await page.getByRole('button', { name: button, exact: true }).click();
}

async function publish(page: Page, name: string) {
  await page.goto(`/desk/weeks/${name}/review`);
  await taken(page);
  const reason = page.locator('#reason');
  if (await reason.count()) {
    // An adjustment owes one, and keeps the page until it has it.
    await page.getByRole('button', { name: 'Phát hành', exact: true }).click();
    await expect(page.locator('#reason-error')).toHaveText('Cần điền mục này.');
    await reason.fill('Theo lịch mới');
  }
  await page.getByRole('button', { name: 'Phát hành', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/weeks/${name}(\\?|$)`));
}

test('a week goes from draft to published and is adjusted @plain', async ({ page, browser, request }, info) => {
  test.setTimeout(90_000);
  const { name, day, first, number } = week(info);
  await signIn(page, 'thuky');

  // The secretary puts two entries down; the second collides with the first.
  await page.goto(`/desk/weeks/${name}?new=${day}.morning.1`);
  await taken(page);
  await page.fill('[name=start]', '08:00');
  await page.fill('[name=end]', '10:00');
  await page.fill('[name=content]', first);
  await page.selectOption('[name=room]', { index: 1 });
  await page.locator('label:has([name=visibility][value=public])').click();
  await page.fill('[name=note]', 'MẬT-NỘI-BỘ ghi chú không được ra ngoài');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.card', { hasText: first })).toBeVisible();

  await page.goto(`/desk/weeks/${name}?new=${day}.morning.2`);
  await taken(page);
  await page.fill('[name=start]', '9h');
  await page.fill('[name=end]', '9h30');
  await page.fill('[name=content]', 'Giao ban khối kinh tế');
  await page.selectOption('[name=room]', { index: 1 });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.clash-list')).toContainText('đã dùng 08:00-10:00');
  await expect(page.locator('[name=content]')).toHaveValue('Giao ban khối kinh tế');
  await page.fill('[name=start]', '10h');
  await page.fill('[name=end]', '11h');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.card', { hasText: 'Giao ban khối kinh tế' })).toBeVisible();

  // Nothing is public yet.
  expect(await (await request.get(`/weeks/${name}`)).text()).not.toContain(first);

  await step(page, name, 'Trình duyệt');
  await expect(page.locator('.badge', { hasText: 'Đã trình duyệt' })).toBeVisible();

  const chief = await another(browser, 'chanhvanphong');
  await step(chief, name, 'Duyệt');
  await expect(chief.locator('.badge', { hasText: 'Đã duyệt' })).toBeVisible();
  await publish(chief, name);

  // The public reads the public part, and only that.
  const read = await (await request.get(`/weeks/${name}`)).text();
  expect(read).toContain(first);
  expect(read).not.toContain('Giao ban khối kinh tế');
  for (const address of [`/weeks/${name}`, `/weeks/${name}.json`, `/weeks/${name}.csv`, '/feeds/public.ics']) {
    expect(await (await request.get(address)).text(), address).not.toContain('MẬT-NỘI-BỘ');
  }
  const before = await request.get('/feeds/public.ics');
  const tag = before.headers()['etag'];
  expect((await request.get('/feeds/public.ics', { headers: { 'if-none-match': tag } })).status()).toBe(304);

  // The afternoon comes: the meeting moves by an hour, with a reason that readers see.
  await page.goto(`/desk/weeks/${name}`);
  await taken(page);
  await page.locator('.card', { hasText: first }).first().click();
  await expect(page.locator('[name=content]')).toHaveValue(first);
  await page.fill('[name=start]', '07:30');
  await page.fill('[name=end]', '09:30');
  await page.fill('[name=reason]', 'Chủ tịch có lịch đột xuất');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.card', { hasText: first })).toContainText('07:30');
  await step(page, name, 'Trình duyệt');
  await expect(page.locator('.badge', { hasText: 'Đã trình duyệt' })).toBeVisible();
  await step(chief, name, 'Duyệt');
  await expect(chief.locator('.badge', { hasText: 'Đã duyệt' })).toBeVisible();
  await publish(chief, name);

  const reader = await (await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' })).newPage();
  await reader.goto(`/weeks/${name}`);
  await expect(reader.locator('h1')).toContainText(`Lịch công tác tuần ${number}`);
  await expect(reader.locator('.edition')).toContainText('Điều chỉnh lần 1');
  const entry = reader.locator('.entry', { hasText: first });
  await expect(entry.locator('del').first()).toContainText('08:00');
  await expect(entry).toContainText('Chủ tịch có lịch đột xuất');

  const after = await request.get('/feeds/public.ics', { headers: { 'if-none-match': tag } });
  expect(after.status()).toBe(200);
  const event = (await after.text())
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .find((text) => text.includes(first));
  expect(event).toContain('SEQUENCE:1');
  expect(event).toContain(`DTSTART;TZID=Asia/Ho_Chi_Minh:${day.replaceAll('-', '')}T073000`);
  await chief.context().close();
  await reader.context().close();
});
