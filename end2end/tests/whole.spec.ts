// One meeting from its proposal to the morning on which it is held: who proposes, chairs, asks,
// answers, sends, reads and publishes, each at a screen of their own; the same story with our
// program in the browser and without it, each in a week of its own.

import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { another, complaints, issuesTheLetter, open, pdf, signIn, taken } from './office';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const isPlain = () => test.info().project.name === 'plain';
const unique = () => `${test.info().project.name} ${Date.now() % 1_000_000}`;
const week = () => (isPlain() ? { name: '2027-W42', day: '2027-10-20' } : { name: '2027-W28', day: '2027-07-14' });

const panel = (page: Page) => page.locator('aside.panel');
const save = (page: Page) => panel(page).getByRole('button', { name: 'Lưu' }).click();
const press = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true }).click();
const state = (page: Page) => page.locator('.meeting .stands .badge').first();
const item = (page: Page, content: string) => page.locator('.agenda .item', { hasText: content });
const material = (page: Page, title: string) => page.locator('.material', { hasText: title });

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function at(browser: Browser, name: string, size: { width: number; height: number }): Promise<Page> {
  const page = await another(browser, name);
  await page.setViewportSize(size);
  return page;
}

async function isClean(page: Page) {
  // axe is a program; the pages are the same.
  if (isPlain()) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, 'scrolls sideways').toBeLessThanOrEqual(0);
}

/** The division of Finance proposes; the address of the meeting is the answer. */
async function proposes(page: Page, content: string): Promise<string> {
  await open(page, '/desk/meetings?new');
  await panel(page).locator('#kind').selectOption('steering_body');
  await panel(page).locator('#content').fill(content);
  await panel(page).locator('#body').selectOption({ index: 1 });
  await panel(page).locator('#purpose').fill('Thống nhất kế hoạch quý IV');
  await panel(page).locator('#chair').selectOption({ label: 'PCT Thường trực Tạ Thị Minh Nguyệt' });
  await panel(page).locator('#date').fill(week().day);
  await panel(page).locator('#start').fill('8h');
  await panel(page).locator('#minutes').fill('120');
  await save(page);
  await expect(page).toHaveURL(/\/desk\/meetings\/\d+$/);
  return new URL(page.url()).pathname;
}

/** Health proposes an item, is told what is missing, and completes it. */
async function bringsAnItem(health: Page, desk: Page, content: string) {
  await open(health, '/desk/bodies?item=new');
  await panel(health).locator('#body').selectOption({ index: 1 });
  await panel(health).locator('#content').fill(content);
  await panel(health).locator('#item_kind').selectOption('opinion');
  await panel(health).locator('#minutes').fill('20');
  await save(health);
  await expect(panel(health).locator('.stands .badge')).toHaveText('Đơn vị đang soạn');
  const address = health.url();
  const submits = async () => {
    await panel(health).locator('#head').fill('Diệp Thị Thanh Hà, Giám đốc');
    await panel(health).locator('#head_on').fill('2026-12-03');
    await press(health, 'Ghi nhận thủ trưởng đã đồng ý, gửi Văn phòng');
    await expect(panel(health).locator('.stands .badge')).toHaveText('Chờ Văn phòng kiểm tra');
  };
  await submits();
  await open(desk, '/desk/bodies');
  await desk.locator('.requests li', { hasText: content }).getByRole('link').click();
  await press(desk, 'Trả lại bổ sung');
  await expect(desk.locator('#reason-error')).toHaveText('Cần điền mục này.');
  await desk.locator('#reason').fill('Thiếu phụ lục kinh phí');
  await press(desk, 'Trả lại bổ sung');
  await expect(panel(desk).locator('.stands .badge')).toHaveText('Trả lại bổ sung');

  await open(health, address);
  await expect(panel(health).locator('.said')).toContainText('Thiếu phụ lục kinh phí');
  await panel(health).locator('#minutes').fill('25');
  await save(health);
  await expect(panel(health).locator('.stands .badge')).toHaveText('Đơn vị đang soạn');
  await submits();
  await open(desk, '/desk/bodies');
  await desk.locator('.requests li', { hasText: content }).getByRole('link').click();
  await press(desk, 'Đủ hồ sơ');
  await expect(panel(desk).locator('.stands .badge')).toHaveText('Đủ hồ sơ');
}

async function adds(page: Page, address: string, content: string, minutes: string) {
  await open(page, `${address}?do=add`);
  await panel(page).locator('#content').fill(content);
  await panel(page).locator('#minutes').fill(minutes);
  await save(page);
  await expect(item(page, content)).toBeVisible();
}

async function asksFor(page: Page, address: string, title: string) {
  await open(page, `${address}?do=add_material`);
  await panel(page).locator('#material_title').fill(title);
  await panel(page).locator('#owed_by').selectOption({ label: 'Sở Tài chính' });
  await save(page);
  await expect(material(page, title)).toContainText('Chờ gửi');
}

/** Finance sends a paper: dropped onto the form where our program runs, chosen where it does not. */
async function sends(page: Page, title: string, name: string, bytes: Buffer) {
  await open(page, '/desk/papers');
  await page.getByRole('link', { name: `Gửi tệp: ${title}` }).click();
  const form = panel(page).locator('.send-files');
  if (isPlain()) {
    await form.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
    await form.locator('#no_secrets').check();
    await form.getByRole('button', { name: 'Gửi tệp' }).click();
  } else {
    const drop = async () => {
      const carried = await page.evaluateHandle(
        ([called, text]) => {
          const carried = new DataTransfer();
          const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
          carried.items.add(new File([content], called));
          return carried;
        },
        [name, bytes.toString('base64')] as const,
      );
      await form.dispatchEvent('dragover', { dataTransfer: carried });
      await expect(form).toHaveAttribute('data-over');
      await form.dispatchEvent('drop', { dataTransfer: carried });
      await expect(form).not.toHaveAttribute('data-over');
    };
    await drop();
    await expect(form.locator('#no_secrets-error')).toHaveText('Cần điền mục này.');
    await form.locator('#no_secrets').check();
    await drop();
  }
  await expect(panel(page).locator('.files').getByRole('link', { name, exact: true })).toBeVisible();
  await expect(material(page, title)).toContainText('Đã nhận');
}

/** Construction is asked, told at its desk on a phone, and does not agree. */
async function isAsked(desk: Page, browser: Browser, address: string, content: string) {
  await open(desk, address);
  await desk.getByRole('link', { name: `Xin ý kiến đơn vị: ${content}` }).click();
  await panel(desk).locator('#unit').selectOption({ label: 'Sở Xây dựng' });
  await panel(desk).locator('#question').fill('Có vướng quy hoạch không?');
  await panel(desk).locator('#due').fill('2027-01-15');
  await save(desk);
  await expect(item(desk, content).locator('.asked-list')).toContainText('Chờ trả lời đến');

  const works = await at(browser, 'soxaydung', PHONE);
  await open(works, '/desk');
  const card = works.getByRole('region', { name: 'Ý kiến đơn vị phải trả lời' });
  await expect(card).toContainText('Có vướng quy hoạch không?');
  await expect(works).toHaveTitle(/^\(\d+\) Việc chờ xử lý/);
  await card.getByRole('link', { name: content }).click();
  await press(works, 'Không thống nhất');
  await expect(works.locator('#answer-error')).toHaveText('Cần điền mục này.');
  await works.locator('#answer').fill('Vướng hành lang đê điều');
  await press(works, 'Không thống nhất');
  await expect(works.locator('.asked-list', { hasText: content })).toContainText('Vướng hành lang đê điều');
  await open(works, '/desk');
  await expect(works.getByRole('link', { name: content })).toHaveCount(0);
  await works.context().close();

  await open(desk, address);
  await expect(item(desk, content).locator('.asked-list')).toContainText('Vướng hành lang đê điều');
}

/** Two units are invited, and the numbered letter goes out. */
async function invites(page: Page, address: string) {
  await open(page, `${address}?do=invite`);
  await panel(page).getByLabel('Sở Y tế', { exact: true }).check();
  await panel(page).getByLabel('Sở Tài chính', { exact: true }).check();
  await save(page);
  await expect(page.locator('.invitees .name')).toHaveCount(2);
  await open(page, `${address}?do=letter`);
  await panel(page).locator('#requirements').fill('Sở Tài chính gửi báo cáo trước ngày họp 3 ngày');
  await panel(page).locator('#contact_phone').fill('(0200) 3.000.214');
  await save(page);
  await issuesTheLetter(page);
  await expect(state(page)).toHaveText('Đã triệu tập');
}

async function answers(page: Page, content: string, coming: string) {
  await open(page, '/desk/invitations');
  await page.getByRole('link', { name: content }).click();
  await page.locator('#coming').fill(coming);
  await page.getByRole('button', { name: 'Xác nhận dự' }).click();
  await expect(page.locator('.invitees .comes').first()).toContainText(coming);
}

async function step(page: Page, button: string) {
  await open(page, `/desk/weeks/${week().name}`);
  await page.getByRole('button', { name: button, exact: true }).click();
}

test('one meeting from its proposal to its morning @plain', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const heard = complaints(page);
  const content = `Họp Ban Chỉ đạo quý IV ${unique()}`;
  const brought = `Đề án trạm y tế ${unique()}`;
  const [report, picture] = [`Báo cáo giải ngân ${unique()}`, `Ảnh hiện trường ${unique()}`];

  const finance = await at(browser, 'sotaichinh', WIDE);
  const address = await proposes(finance, content);
  const chair = await at(browser, 'pcttt', PHONE);
  await open(chair, '/my');
  await chair.getByRole('link', { name: /Đề xuất họp chờ ý kiến/ }).click();
  await chair.getByRole('link', { name: content }).click();
  await expect(chair.locator('h1')).toHaveText(content);
  await isClean(chair);
  await chair.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await expect(state(chair)).toHaveText('Chờ xếp lịch');

  await page.setViewportSize(WIDE);
  await signIn(page, 'thuky');
  await open(page, `${address}?do=place`);
  await page.locator('#room').selectOption({ index: 3 });
  await save(page);
  await expect(state(page)).toHaveText('Đang chuẩn bị');

  const health = await at(browser, 'soyte', PHONE);
  await bringsAnItem(health, page, brought);
  await adds(page, address, 'Khai mạc', '10');
  await open(page, address);
  await page.getByRole('link', { name: `Đưa vào chương trình: ${brought}` }).click();
  await save(page);
  await expect(item(page, brought)).toBeVisible();
  await adds(page, address, 'Báo cáo giải ngân', '30');
  const contents = page.locator('.agenda .content');
  await expect(contents).toHaveText(['Khai mạc', brought, 'Báo cáo giải ngân']);
  if (isPlain()) await page.getByRole('button', { name: 'Lên: Báo cáo giải ngân' }).click();
  else await item(page, 'Báo cáo giải ngân').dragTo(item(page, brought));
  await expect(contents).toHaveText(['Khai mạc', 'Báo cáo giải ngân', brought]);
  await expect(page.locator('.agenda .when b')).toHaveText(['08:00', '08:10', '08:40']);
  await isAsked(page, browser, address, brought);

  await asksFor(page, address, report);
  await asksFor(page, address, picture);
  await sends(finance, report, 'Báo cáo.pdf', pdf('62%'));
  await isClean(finance);
  await sends(finance, picture, 'Hiện trường.png', PNG);
  await invites(page, address);
  await finance.setViewportSize(PHONE);
  await answers(finance, content, 'Mai Văn Kế, Trưởng phòng');
  await answers(health, content, 'Diệp Thị Thanh Hà, Giám đốc');
  await isClean(health);

  await open(page, address);
  await expect(page.locator('.tally dd')).toHaveText(['2', '2', '0', '0', '0']);
  await page.getByRole('button', { name: 'Chốt chương trình' }).click();
  await expect(page.locator('.agenda .badge').first()).toContainText('Đã chốt chương trình');
  await page.getByRole('button', { name: 'Xác nhận đủ tài liệu' }).click();
  await expect(state(page)).toHaveText('Đủ tài liệu');
  await expect(page.getByRole('button', { name: 'Ghi nhận đã họp' })).toHaveCount(0);
  await isClean(page);

  await step(page, 'Trình duyệt');
  await expect(page.locator('.badge', { hasText: 'Đã trình duyệt' })).toBeVisible();
  const chief = await at(browser, 'chanhvanphong', WIDE);
  await step(chief, 'Duyệt');
  await expect(chief.locator('.badge', { hasText: 'Đã duyệt' })).toBeVisible();
  await open(chief, `/desk/weeks/${week().name}/review`);
  await chief.getByRole('button', { name: 'Phát hành', exact: true }).click();
  await expect(chief).toHaveURL(new RegExp(`/desk/weeks/${week().name}(\\?|$)`));

  // The morning: the chair looks at the day on a phone, and opens what is read there.
  await open(chair, `/my?week=${week().name}`);
  await expect(chair.locator('main')).toContainText(content);
  await expect(chair.locator('main')).toContainText('08:00');
  await open(chair, '/desk/papers');
  await chair.getByRole('link', { name: content }).click();
  await expect(chair.locator('h1')).toContainText(content);
  await isClean(chair);
  for (const [name, type] of [['Xem: Báo cáo.pdf', 'application/pdf'], ['Hiện trường.png', 'image/png']] as const) {
    const opening = chair.waitForEvent('popup');
    const answering = chair.context().waitForEvent('response', (answer) => /\/files\/\d+/.test(answer.url()));
    await chair.getByRole('link', { name, exact: true }).click();
    const [shown, answer] = [await opening, await answering];
    expect(answer.headers()['content-type']).toBe(type);
    expect(answer.headers()['content-disposition']).toMatch(/^inline/);
    // A picture is a page of its own; what shows a PDF is the browser's.
    if (type === 'image/png') await expect(shown.locator('img')).toHaveJSProperty('naturalWidth', 1);
    await shown.close();
  }
  await open(page, address);
  await expect(material(page, report)).toContainText('Đã mở bản mới nhất: 1/');
  for (const person of [finance, chair, health, chief]) await person.context().close();
  expect(heard.filter((line) => !/422|409/.test(line))).toEqual([]);
});

test('a meeting that is asked about in writing, and one that is not held, go no further @plain', async ({ page, browser }) => {
  test.slow();
  const finance = await at(browser, 'sotaichinh', WIDE);
  await page.setViewportSize(PHONE);
  await signIn(page, 'pcttt');
  for (const [button, stands] of [
    ['Chuyển lấy ý kiến bằng văn bản', 'Lấy ý kiến bằng văn bản'],
    ['Không họp', 'Không tổ chức họp'],
  ] as const) {
    const address = await proposes(finance, `Họp không cần thiết ${unique()}`);
    await open(page, address);
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.locator('#reason-error')).toHaveText('Cần điền mục này.');
    await page.locator('#reason').fill('Nội dung đã rõ');
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(state(page)).toHaveText(stands);
    await expect(page.locator('#opinion')).toHaveCount(0);
    await open(finance, address);
    await expect(finance.locator('.said').first()).toContainText('Nội dung đã rõ');
    await expect(finance.getByRole('link', { name: 'Sửa đề xuất' })).toHaveCount(0);
  }
  await finance.context().close();
});

test('an agenda begins as the office keeps it for its kind @plain', async ({ page, browser }) => {
  test.slow();
  // Each project keeps the agenda of a kind of its own.
  const kind = isPlain() ? 'briefing' : 'conference';
  const place = isPlain() ? '2027-10-21' : '2027-07-15';
  const prepares = async (start: string) => {
    await open(page, '/desk/meetings?new');
    await panel(page).locator('#kind').selectOption(kind);
    await panel(page).locator('#unit').selectOption({ label: 'P. Kinh tế' });
    await panel(page).locator('#content').fill(`Họp theo mẫu ${unique()} ${start}`);
    await panel(page).locator('#purpose').fill('Theo quy chế làm việc');
    await panel(page).locator('#chair').selectOption({ label: 'PCT Thường trực Tạ Thị Minh Nguyệt' });
    await panel(page).locator('#date').fill(place);
    await panel(page).locator('#start').fill(start);
    await panel(page).locator('#minutes').fill('60');
    await save(page);
    await expect(page).toHaveURL(/\/desk\/meetings\/\d+$/);
    const address = new URL(page.url()).pathname;
    const chair = await another(browser, 'pcttt');
    await open(chair, address);
    await chair.getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await expect(state(chair)).toHaveText('Chờ xếp lịch');
    await chair.context().close();
    await open(page, `${address}?do=place`);
    await save(page);
    await expect(state(page)).toHaveText('Đang chuẩn bị');
    return address;
  };
  await page.setViewportSize(WIDE);
  await signIn(page, 'thuky');
  const first = await prepares('14h');
  await adds(page, first, 'Chào cờ', '5');
  await adds(page, first, 'Báo cáo tháng', '20');
  await open(page, first);
  await page.getByRole('button', { name: 'Lưu làm mẫu cho loại này' }).click();
  await expect(page.locator('.notice', { hasText: 'Đã lưu chương trình mẫu' })).toBeVisible();
  await prepares('16h');
  await page.getByRole('button', { name: 'Dùng chương trình mẫu' }).click();
  await expect(page.locator('.agenda .content')).toHaveText(['Chào cờ', 'Báo cáo tháng']);
  await expect(page.locator('.agenda .when b')).toHaveText(['16:00', '16:05']);
});

test('a body is set up with its members and changed @plain', async ({ page }) => {
  // Behind the committee, which other stories take as the first of all.
  const name = `Ủy ban vận động ${unique()}`;
  await signIn(page, 'thuky');
  await open(page, '/desk/bodies?new');
  await panel(page).locator('#kind').selectOption('steering_body');
  await save(page);
  await expect(panel(page).locator('#name-error')).toHaveText('Cần điền mục này.');
  await panel(page).locator('#name').fill(name);
  await panel(page).locator('[name=members]').first().check();
  await panel(page).locator('[name=members]').nth(1).check();
  await panel(page).locator('[name=voters]').first().check();
  await save(page);
  const row = page.locator('.requests li', { hasText: name });
  await expect(row).toContainText('2 thành viên · 1 có quyền biểu quyết');
  await row.getByRole('link', { name, exact: true }).click();
  await panel(page).locator('#basis').fill('Quyết định 100/QĐ-UBND');
  await panel(page).locator('[name=members]').nth(1).uncheck();
  await save(page);
  await expect(row).toContainText('1 thành viên · 1 có quyền biểu quyết');
});

test('what was typed outlives a reload, and the keyboard opens and leaves a panel', async ({ page }) => {
  const heard = complaints(page);
  const content = `Họp giao ban đầu năm ${unique()}`;
  await signIn(page, 'sotaichinh');
  await open(page, '/desk/meetings');
  const way = page.getByRole('link', { name: 'Đề xuất cuộc họp' });
  await way.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('aside.panel')).toBeFocused();
  await page.fill('#content', content);
  await page.fill('#purpose', 'Giao chỉ tiêu');
  await save(page);
  await expect(page.locator('aside.panel [aria-invalid=true]').first()).toBeFocused();

  await page.reload();
  await taken(page);
  await page.getByRole('button', { name: 'Dùng lại' }).click();
  await expect(page.locator('#content')).toHaveValue(content);
  await expect(page.locator('#purpose')).toHaveValue('Giao chỉ tiêu');
  await expect(page.getByRole('button', { name: 'Dùng lại' })).toHaveCount(0);

  await page.locator('#content').focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('aside.panel')).toHaveCount(0);
  await way.click();
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await expect(page.locator('#content')).toHaveValue('');
  await page.reload();
  await taken(page);
  await expect(page.locator('#content')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Dùng lại' })).toHaveCount(0);
  expect(heard.filter((text) => !text.includes('422'))).toEqual([]);
});
