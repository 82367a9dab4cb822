// What the administrator looks after: the names of the office and the accounts.

import { expect, test } from '@playwright/test';
import { complaints, fitsCleanly, open, signIn } from './office';

test('an account is opened, given a new password, and locked @plain', async ({ page, browser }) => {
  test.slow();
  const local = `${test.info().project.name}${Date.now() % 1_000_000}`;
  await signIn(page, 'quantri');
  await page.waitForURL('**/desk/settings');
  await open(page, '/desk/settings/accounts');
  await page.getByRole('link', { name: 'Thêm tài khoản' }).click();
  const panel = page.locator('aside.panel');
  // By keyboard: of this long page without our program a busy machine loses a click now and then.
  const press = (name: string) => panel.getByRole('button', { name }).press('Enter');
  await panel.locator('#email').fill(`${local}@minhgiang.example`);
  await panel.locator('#name').fill('Người Thử');
  await panel.locator('#password').fill('một câu dễ nhớ');
  await press('Lưu');
  await expect(panel.locator('#roles-error')).toHaveText('Cần điền mục này.');
  await panel.getByLabel('Thư ký').check();
  await panel.locator('#password').fill('một câu dễ nhớ');
  await press('Lưu');
  await expect(page.locator('.notice')).toContainText(local);

  const person = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(person, local, 'một câu dễ nhớ');
  await person.goto('/desk/people');
  await expect(person.locator('h1')).toHaveText('Nhân sự và đơn vị');

  await page.getByRole('link', { name: `${local}@minhgiang.example`, exact: true }).click();
  await panel.locator('#password').fill('một câu khác nữa');
  await press('Đặt lại mật khẩu');
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
  await press('Khóa tài khoản');
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

test('the deadlines of a kind and how they are counted are the office\'s own', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.waitForURL('**/desk/settings');
  await open(page, '/desk/meetings/rules');
  await page.getByRole('link', { name: 'Họp báo' }).click();
  const panel = page.locator('aside.panel');
  await panel.locator('#invitation_days').fill('61');
  await panel.locator('#basis').fill('Quy chế phát ngôn, điều 7');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.locator('#invitation_days-error')).toHaveText('Cần một số từ 0 đến 60.');
  await expect(panel.locator('#basis')).toHaveValue('Quy chế phát ngôn, điều 7');
  await panel.locator('#invitation_days').fill('2');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.notice')).toHaveText('Đã lưu thời hạn.');
  await expect(page.locator('.rules tr', { hasText: 'Họp báo' })).toContainText('Quy chế phát ngôn, điều 7');

  const kept = page.url();
  const counting = page.getByRole('region', { name: 'Cách tính chung' });
  await counting.locator('#amber_days').fill('11');
  await counting.getByRole('button', { name: 'Lưu cách tính' }).click();
  await expect(counting.locator('#amber_days-error')).toHaveText('Cần một số từ 0 đến 10.');
  // What the other stories expect.
  await counting.locator('#counting').selectOption('ordinary');
  await counting.locator('#amber_days').fill('1');
  await counting.getByRole('button', { name: 'Lưu cách tính' }).click();
  await expect(page).not.toHaveURL(kept);
  await expect(counting.locator('#amber_days-error')).toHaveCount(0);
  await expect(page.locator('.notice')).toHaveText('Đã lưu thời hạn.');
});

test('settings and accounts are clean for axe and fit a narrow screen', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signIn(page, 'quantri');
  await page.waitForURL('**/desk/settings');
  const accounts = '/desk/settings/accounts';
  await fitsCleanly(page, ['/desk/settings', accounts, `${accounts}?edit=1`, `${accounts}?new`]);
  expect(heard).toEqual([]);
});
