// The papers of a meeting: asked for by the secretary, sent in versions by the department
// from a phone, chased, read by those whom they are for, closed after the meeting; with our
// program in the browser and without it, in a week of its own.

import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { another, complaints, fitsCleanly, open, pdf, signIn } from './office';

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
const unique = () => `${test.info().project.name} ${Date.now() % 1_000_000}`;
const isPlain = () => test.info().project.name === 'plain';

/** A day of the week 49 of 2027 of which no other story knows. */
const day = () => (isPlain() ? '2027-12-09' : '2027-12-08');

const paper = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** The secretary makes a meeting of an entry, which has its place on the board already. */
async function prepares(page: Page, content: string): Promise<string> {
  await page.setViewportSize(WIDE);
  await signIn(page, 'thuky');
  await open(page, '/desk/meetings?new');
  const panel = page.locator('aside.panel');
  await panel.locator('#content').fill(content);
  await panel.locator('#unit').selectOption({ label: 'P. Kinh tế' });
  await panel.locator('#kind').selectOption('working_meeting');
  await panel.locator('#purpose').fill('Tháo gỡ vướng mắc của các dự án');
  await panel.locator('#chair').selectOption({ label: 'PCT Thường trực Tạ Thị Minh Nguyệt' });
  await panel.locator('#date').fill(day());
  await panel.locator('#start').fill('14h');
  await panel.locator('#minutes').fill('90');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('h1')).toHaveText(content);
  return new URL(page.url()).pathname;
}

async function agrees(page: Page, address: string) {
  await open(page, address);
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await expect(page.locator('.meeting .stands .badge').first()).toHaveText('Chờ xếp lịch');
}

/** Finance owes a report; the time is what the legal clock says. */
async function asksFor(page: Page, address: string, title: string) {
  await open(page, `${address}?do=add_material`);
  const panel = page.locator('aside.panel');
  await expect(panel.locator('#due_time')).toHaveValue('17:00');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.locator('#material_title-error')).toHaveText('Cần điền mục này.');
  await expect(panel.locator('#owed_by-error')).toHaveText('Cần điền mục này.');
  await panel.locator('#material_title').fill(title);
  await panel.locator('#owed_by').selectOption({ label: 'Sở Tài chính' });
  await panel.locator('#due_time').fill('11h30');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.material', { hasText: title })).toContainText('Chờ gửi');
}

async function sends(page: Page, name: string, bytes: Buffer) {
  const panel = page.locator('aside.panel');
  await panel.locator('#file').setInputFiles(paper(name, bytes));
  await panel.locator('#no_secrets').check();
  await panel.getByRole('button', { name: 'Gửi tệp' }).click();
  await expect(panel.locator('.files').getByRole('link', { name }).first()).toBeVisible();
  // The page is read anew after each file; what is chosen before that is gone.
  await expect(page.locator('.material', { hasText: name }).first()).toBeVisible();
}

test('papers are asked for, sent in versions and read by those whom they are for @plain', async ({ page, browser }) => {
  test.slow();
  const heard = complaints(page);
  const content = `Họp thẩm định ${unique()}`;
  const title = `Báo cáo thẩm định ${unique()}`;
  const address = await prepares(page, content);
  const chair = await another(browser, 'pcttt');
  await agrees(chair, address);
  await open(page, `${address}?do=place`);
  await page.locator('#room').selectOption({ index: 3 });
  await page.locator('aside.panel').getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('#materials')).toHaveText('Tài liệu họp');
  await asksFor(page, address, title);

  await open(page, address);
  await page.getByRole('link', { name: `Đã nhắc: ${title}` }).click();
  await page.locator('#chase').fill('Gọi văn thư Sở');
  await page.locator('aside.panel').getByRole('button', { name: 'Lưu' }).click();
  const line = page.locator('.material', { hasText: title });
  await expect(line).toContainText('Đã nhắc 1 lần');

  const finance = await another(browser, 'sotaichinh');
  await finance.setViewportSize(PHONE);
  await open(finance, '/desk/papers');
  const owed = finance.locator('.material', { hasText: title });
  await expect(owed).toContainText('11:30');
  await finance.getByRole('link', { name: `Gửi tệp: ${title}` }).click();
  const panel = finance.locator('aside.panel');
  await panel.locator('#file').setInputFiles(paper('Báo cáo.pdf', pdf('Lan 1')));
  await panel.getByRole('button', { name: 'Gửi tệp' }).click();
  await expect(panel.locator('#no_secrets-error')).toHaveText('Cần điền mục này.');
  await sends(finance, 'Báo cáo.pdf', pdf('Lan 1'));
  await sends(finance, 'Báo cáo sửa.pdf', pdf('Lan 2'));
  await expect(owed).toContainText('Đã nhận');
  await expect(owed).toContainText('bản 2');
  await expect(owed).toContainText('Các bản trước (1)');

  const file = (await owed.getByRole('link', { name: 'Báo cáo sửa.pdf' }).first().getAttribute('href')) ?? '';
  expect((await chair.request.get(file)).status()).toBe(200);
  const neighbour = await another(browser, 'soxaydung');
  const nothing = await neighbour.request.get('/files/99999999');
  const hidden = await neighbour.request.get(file);
  expect([hidden.status(), await hidden.text()]).toEqual([404, await nothing.text()]);
  const pack = await neighbour.goto(address.replace('meetings', 'papers'));
  expect(pack?.status()).toBe(404);
  await neighbour.context().close();

  await chair.setViewportSize(PHONE);
  await open(chair, '/desk/papers');
  await chair.getByRole('link', { name: content }).click();
  await expect(chair.locator('h1')).toContainText(content);
  await expect(chair.locator('.material')).toContainText('Báo cáo sửa.pdf');
  const shown = await chair.request.get(`${file}/view`);
  expect(shown.headers()['content-disposition']).toContain('inline');
  expect((await shown.body()).equals(pdf('Lan 2'))).toBe(true);
  await chair.getByRole('link', { name: `Ghi chú riêng: ${title}` }).click();
  await chair.locator('#private_note').fill('Hỏi về dự án số 3');
  await chair.locator('aside.panel').getByRole('button', { name: 'Lưu' }).click();
  await expect(chair.locator('.note .said')).toHaveText('Hỏi về dự án số 3');
  const arriving = chair.waitForEvent('download');
  await chair.getByRole('link', { name: 'Tải tất cả (ZIP)' }).click();
  const archive = await arriving;
  expect(archive.suggestedFilename()).toBe(`Tài liệu họp ${day()}.zip`);
  const bytes = readFileSync(await archive.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  expect(bytes.includes('00.01 Báo cáo sửa.pdf')).toBe(true);

  await open(page, address);
  await expect(line).toContainText('Đã nhận');
  await expect(line).toContainText('Đã mở bản mới nhất: 1/');
  await expect(line).not.toContainText('Hỏi về dự án số 3');
  await page.getByRole('link', { name: `Sửa: ${title}` }).click();
  await page.locator('#access').selectOption('office');
  await page.locator('aside.panel').getByRole('button', { name: 'Lưu' }).click();
  await expect(line).toContainText('Chủ trì và Văn phòng');
  expect((await chair.request.get(file)).status()).toBe(200);
  expect((await finance.request.get(file)).status()).toBe(200);
  expect(heard.filter((text) => !text.includes('422'))).toEqual([]);
});

test('papers of meetings are clean for axe and fit a narrow screen', async ({ page }) => {
  await signIn(page, 'thuky');
  await open(page, '/desk/meetings/1');
  await expect(page.locator('.material')).toHaveCount(6);
  await fitsCleanly(page, ['/desk/meetings/1', '/desk/meetings/1?do=add_material', '/desk/papers/2']);
});

test('what a department owes is clean for axe and fits a narrow screen', async ({ page }) => {
  await signIn(page, 'sotaichinh');
  await open(page, '/desk/papers');
  await expect(page.locator('#owed')).toHaveText('Đơn vị phải gửi');
  const send = await page.getByRole('link', { name: /^Gửi tệp: / }).first().getAttribute('href');
  await fitsCleanly(page, ['/desk/papers', send ?? '', '/desk/papers/1']);
});
