// What the administrator looks after: the names of the office and the accounts.

import { expect, test } from '@playwright/test';
import { fitsCleanly, open, signIn } from './office';

test('an account is opened, given a new password, and locked @plain', async ({ page, browser }) => {
  test.slow();
  const local = `${test.info().project.name}${Date.now() % 1_000_000}`;
  await signIn(page, 'quantri');
  await page.waitForURL('**/desk/settings');
  await open(page, '/desk/settings/accounts');
  await page.getByRole('link', { name: 'Thêm tài khoản' }).click();
  const panel = page.locator('aside.panel');
  await panel.locator('#email').fill(`${local}@minhgiang.example`);
  await panel.locator('#name').fill('Người Thử');
  await panel.locator('#password').fill('một câu dễ nhớ');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.locator('#roles-error')).toHaveText('Cần điền mục này.');
  await panel.getByLabel('Thư ký').check();
  await panel.locator('#password').fill('một câu dễ nhớ');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.notice')).toContainText(local);

  const person = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(person, local, 'một câu dễ nhớ');
  await person.goto('/desk/people');
  await expect(person.locator('h1')).toHaveText('Nhân sự và đơn vị');

  await page.getByRole('link', { name: `${local}@minhgiang.example`, exact: true }).click();
  await panel.locator('#password').fill('một câu khác nữa');
  await panel.getByRole('button', { name: 'Đặt lại mật khẩu' }).click();
  await expect(page.locator('.notice')).toContainText(/Đã đặt mật khẩu mới|Đã lưu/);
  await person.goto('/desk/people');
  await expect(person).toHaveURL(/sign-in/);
  await signIn(person, local, 'một câu khác nữa');
  await person.goto('/desk/people');
  await expect(person.locator('h1')).toHaveText('Nhân sự và đơn vị');

  await open(page, page.url().includes('edit=') ? page.url() : '/desk/settings/accounts');
  if ((await panel.count()) === 0) {
    await page.getByRole('link', { name: `${local}@minhgiang.example`, exact: true }).click();
  }
  await panel.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await expect(page.getByRole('link', { name: `${local}@minhgiang.example`, exact: true })).toHaveCount(0);
  await person.goto('/desk/people');
  await expect(person).toHaveURL(/sign-in/);
  await person.context().close();
});

test('the names of the office are refused at the field and kept @plain', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.waitForURL('**/desk/settings');
  await open(page, '/desk/settings');
  const names = page.getByRole('region', { name: 'Tên gọi' });
  await page.locator('#office_name').fill('');
  await page.locator('#headquarters').fill('Số 1 đường Thử Nghiệm');
  await names.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('#office_name-error')).toHaveText('Cần điền mục này.');
  await expect(page.locator('#headquarters')).toHaveValue('Số 1 đường Thử Nghiệm');
  await page.locator('#office_name').fill('Văn phòng Ủy ban nhân dân tỉnh Minh Giang');
  await names.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.notice')).toContainText('Đã lưu.');
  await expect(page.locator('#headquarters')).toHaveValue('Số 1 đường Thử Nghiệm');
});

test('settings and accounts are clean for axe and fit a narrow screen', async ({ page }) => {
  test.slow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await signIn(page, 'quantri');
  await page.waitForURL('**/desk/settings');
  const accounts = '/desk/settings/accounts';
  await fitsCleanly(page, ['/desk/settings', accounts, `${accounts}?edit=1`, `${accounts}?new`]);
  expect(complaints).toEqual([]);
});
