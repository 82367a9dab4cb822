// Papers of a request: attached, gone on with where the line was cut, opened by the
// secretary, refused in words; with our program in the browser and without it.

import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { another, complaints, open, signIn } from './office';

const unique = () => `${test.info().project.name} ${Date.now() % 1_000_000}`;

/** A PDF of that length. */
function pdf(length: number): Buffer {
  const bytes = Buffer.alloc(length, 'Tờ trình ');
  bytes.write('%PDF-1.7\n');
  return bytes;
}

const paper = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** An officer registers something for a week of which nobody else's stories know, and stands before its papers. */
async function asks(page: Page, content: string) {
  await open(page, '/desk/requests?new');
  const panel = page.locator('aside.panel');
  await panel.locator('#content').fill(content);
  await panel.locator('#chair').selectOption({ index: 2 });
  await panel.locator('#date').fill('2027-11-09');
  await panel.locator('#start').fill('8h');
  await panel.locator('#minutes').fill('60');
  await panel.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(page.locator('.notice')).toContainText(`Đã lưu: ${content} (Chờ xếp lịch)`);
  await page.getByRole('link', { name: 'Thêm tệp tài liệu' }).click();
  await expect(panel.getByRole('heading', { name: 'Tệp tài liệu' })).toBeVisible();
  return panel;
}

test('a department attaches papers and the secretary opens them @plain', async ({ page, browser }) => {
  const content = `Thẩm định dự án ${unique()}`;
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'sotaichinh');
  const panel = await asks(page, content);
  const input = panel.locator('#file');
  const send = panel.getByRole('button', { name: 'Gửi tệp' });

  const vouch = panel.getByLabel('Tôi xác nhận tệp không chứa bí mật nhà nước');
  await vouch.check();
  await send.click();
  await expect(panel.locator('#file-error')).toHaveText('Cần điền mục này.');
  await vouch.uncheck();
  await input.setInputFiles(paper('Ghi chú.txt', Buffer.from('Điều 1')));
  await send.click();
  await expect(panel.locator('#no_secrets-error')).toHaveText('Cần điền mục này.');
  await input.setInputFiles(paper('Chương trình.exe', Buffer.from('MZ')));
  await vouch.check();
  await send.click();
  await expect(panel.locator('.papers')).toContainText('Loại tệp này không nhận.');
  await input.setInputFiles(paper('Tờ trình.pdf', Buffer.from('MZ không phải PDF')));
  await vouch.check();
  await send.click();
  await expect(panel.locator('.papers')).toContainText('Nội dung tệp không đúng với đuôi tên');

  await input.setInputFiles([paper('Tờ trình.pdf', pdf(300_000)), paper('Ghi chú.txt', Buffer.from('Điều 1'))]);
  await vouch.check();
  await send.click();
  const files = panel.locator('.files').first();
  await expect(panel.getByRole('link', { name: 'Tờ trình.pdf', exact: true })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Ghi chú.txt' })).toBeVisible();
  await input.setInputFiles(paper('Tờ trình.pdf', pdf(400_000)));
  await vouch.check();
  await send.click();
  await expect(panel.getByText('bản 2', { exact: true })).toBeVisible();
  await expect(files).toContainText('Các bản trước (1)');
  const address = await panel.getByRole('link', { name: 'Tờ trình.pdf', exact: true }).first().getAttribute('href');

  const secretary = await another(browser, 'thuky');
  await open(secretary, '/desk/requests?week=2027-W45');
  const card = secretary.locator('.requests > li', { hasText: content });
  await expect(card).toContainText('2 tệp');
  await card.getByRole('link').click();
  const arriving = secretary.waitForEvent('download');
  await secretary.locator('aside.panel').getByRole('link', { name: 'Tờ trình.pdf', exact: true }).first().click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('Tờ trình.pdf');
  expect(readFileSync(await download.path()).equals(pdf(400_000))).toBe(true);
  await secretary.context().close();

  const neighbour = await another(browser, 'soxaydung');
  expect((await neighbour.request.get(address ?? '')).status()).toBe(404);
  await neighbour.context().close();

  const note = panel.locator('.files > li', { hasText: 'Ghi chú.txt' });
  await note.locator('summary', { hasText: 'Bỏ' }).click();
  await note.getByRole('button', { name: 'Bỏ hẳn Ghi chú.txt' }).click();
  await expect(panel.getByRole('link', { name: 'Ghi chú.txt' })).toHaveCount(0);
  await expect(panel.getByRole('link', { name: 'Tờ trình.pdf', exact: true }).first()).toBeVisible();
});

test('files are chosen in the form of a new request and go their way once it is sent', async ({ page }) => {
  const content = `Phê duyệt quy hoạch ${unique()}`;
  const said = complaints(page);
  await signIn(page, 'sotaichinh');
  await open(page, '/desk/requests?new');
  const panel = page.locator('aside.panel');
  await panel.locator('#content').fill(content);
  await panel.locator('#chair').selectOption({ index: 2 });
  await panel.locator('#date').fill('2027-11-10');
  await panel.locator('#start').fill('8h');
  await panel.locator('#minutes').fill('60');
  await panel.locator('#file').setInputFiles([paper('Tờ trình.pdf', pdf(300_000)), paper('Phụ lục.txt', Buffer.from('Điều 1'))]);
  await panel.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(panel.locator('#no_secrets-error')).toHaveText('Cần điền mục này.');
  await expect(page.locator('.requests > li', { hasText: content })).toHaveCount(0);

  await panel.getByLabel('Tôi xác nhận tệp không chứa bí mật nhà nước').check();
  await panel.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(page.locator('.notice')).toContainText(`Đã lưu: ${content} (Chờ xếp lịch)`);
  await expect(panel.getByRole('link', { name: 'Tờ trình.pdf', exact: true })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Phụ lục.txt' })).toBeVisible();
  await expect(page.locator('.requests > li', { hasText: content })).toHaveCount(1);
  expect(said).toEqual([]);
});

test('what is paused or cut off goes on where the office stands', async ({ page }) => {
  const content = `Quy hoạch khu ${unique()}`;
  await signIn(page, 'sotaichinh');
  const panel = await asks(page, content);
  const whole = pdf(12_000_000);
  const from: string[] = [];
  // The first piece breaks off in the middle, as a bad line does.
  await page.route('**/files/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    from.push((await request.headerValue('upload-offset')) ?? '');
    if (from.length === 1) {
      const address = request.url();
      await page.request.fetch(address, {
        method: 'PATCH',
        headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
        data: whole.subarray(0, 5_000_000),
      });
      return route.abort('connectionreset');
    }
    // The second one hangs until the person pauses it.
    return from.length === 2 ? undefined : route.continue();
  });
  await panel.locator('#file').setInputFiles(paper('Bản đồ.pdf', whole));
  await panel.locator('#no_secrets').check();
  await panel.getByRole('button', { name: 'Gửi tệp' }).click();
  await expect(panel.locator('.ways')).toContainText('Mất kết nối, sẽ tự gửi tiếp');
  await expect.poll(() => from).toEqual(['0', '5000000']);
  await panel.getByRole('button', { name: 'Tạm dừng Bản đồ.pdf' }).click();
  await expect(panel.locator('.ways')).toContainText('Tạm dừng ở');
  await panel.getByRole('button', { name: 'Gửi tiếp Bản đồ.pdf' }).click();
  await expect(panel.getByRole('status')).toHaveText('Đã nhận: Bản đồ.pdf');
  await expect(panel.locator('.ways')).toHaveCount(0);
  expect(from).toEqual(['0', '5000000', '5000000']);
  const address = await panel.getByRole('link', { name: 'Bản đồ.pdf', exact: true }).getAttribute('href');
  const read = await page.request.get(address ?? '');
  expect((await read.body()).equals(whole)).toBe(true);
});

test('papers are clean for axe, by keyboard, and fit a narrow screen', async ({ page }) => {
  const heard = complaints(page);
  await signIn(page, 'sotaichinh');
  const panel = await asks(page, `Nghiệm thu ${unique()}`);
  await panel.locator('#file').setInputFiles(paper('Biên bản.txt', Buffer.from('Điều 1')));
  await panel.locator('#no_secrets').check();
  await panel.getByRole('button', { name: 'Gửi tệp' }).press('Enter');
  await expect(panel.getByRole('link', { name: 'Biên bản.txt' })).toBeVisible();
  await panel.locator('summary', { hasText: 'Bỏ' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Bỏ hẳn Biên bản.txt' })).toBeVisible();
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `at ${width}`).toBeLessThanOrEqual(0);
  }
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations).toEqual([]);
  expect(heard).toEqual([]);
});
