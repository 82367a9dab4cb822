// The day of a meeting: its items begin and end, whoever waits outside sees when the own
// one comes, and two who prepare it see each other's work while they type.

import { type Browser, expect, type Page, test } from '@playwright/test';
import { another, complaints, fitsCleanly, issuesTheLetter, open, pdf, signIn } from './office';

const isPlain = () => test.info().project.name === 'plain';
const unique = () => `${test.info().project.name} ${Date.now() % 1_000_000}`;
const times = (page: Page) => page.locator('.agenda .when b');
const item = (page: Page, content: string) => page.locator('.agenda .item', { hasText: content });
const panel = (page: Page) => page.locator('aside.panel');
const save = (page: Page) => panel(page).getByRole('button', { name: 'Lưu' });

/** Makes a meeting out of a new entry of the board; the address of its page is the answer. */
async function meets(page: Page, place: string, start: string, end: string): Promise<string> {
  const content = `Họp chiều ${unique()}`;
  await open(page, place);
  await page.fill('#content', content);
  await page.fill('#start', start);
  await page.fill('#end', end);
  await page.fill('#place', 'Phòng họp tầng 2');
  await page.selectOption('#preparing_unit', { index: 5 });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.locator('.card', { hasText: content }).click();
  await panel(page).getByRole('link', { name: 'Cuộc họp' }).click();
  await panel(page).getByRole('button', { name: 'Lập cuộc họp từ lịch này' }).click();
  await expect(page).toHaveURL(/\/desk\/meetings\/\d+$/);
  return new URL(page.url()).pathname;
}

async function adds(page: Page, address: string, content: string, minutes: string, unit?: RegExp) {
  await open(page, `${address}?do=add`);
  await panel(page).locator('#content').fill(content);
  await panel(page).locator('#minutes').fill(minutes);
  if (unit) {
    const choice = panel(page).locator('#presenter_unit option', { hasText: unit }).first();
    await panel(page).locator('#presenter_unit').selectOption((await choice.getAttribute('value')) ?? '');
  }
  await save(page).click();
  await expect(item(page, content)).toBeVisible();
}

/** The Department of Finance before the door, with a telephone. */
async function outside(browser: Browser, address: string): Promise<Page> {
  const page = await another(browser, 'sotaichinh');
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, address.replace('meetings', 'papers'));
  return page;
}

test('an item begins, those that wait follow, and who waits outside sees it @plain', async ({ page, browser }) => {
  test.slow();
  const heard = complaints(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'thuky');
  // The demo's clock begins at ten past five on this day.
  const place = `/desk/weeks/2026-W49?new=2026-12-04.afternoon.${isPlain() ? 1 : 2}`;
  const address = await meets(page, place, '17:05', '19:45');
  await adds(page, address, 'Khai mạc', '120');
  await adds(page, address, 'Báo cáo giải ngân', '15', /Tài chính|STC/);
  await expect(times(page)).toHaveText(['17:05', '19:05']);
  const finance = await outside(browser, address);
  const own = finance.locator('.course .own');
  await expect(own).toContainText('Mục của quý cơ quan dự kiến 19:05');

  await page.getByRole('button', { name: 'Bắt đầu: Khai mạc' }).click();
  await expect(item(page, 'Khai mạc')).toContainText('Đang họp');
  if (!isPlain()) await expect(page.getByRole('button', { name: 'Xong: Khai mạc' })).toBeFocused();
  await page.getByRole('link', { name: 'Sửa giờ: Khai mạc' }).click();
  await panel(page).locator('#began').fill('25h');
  await save(page).click();
  await expect(panel(page).locator('#began-error')).toHaveText('Không phải giờ; ví dụ: 8h30 hoặc 14:00.');
  await panel(page).locator('#began').fill('17h10');
  await save(page).click();
  await expect(times(page)).toHaveText(['17:10', '19:10']);
  await expect(item(page, 'Báo cáo giải ngân')).toContainText('Theo chương trình 19:05 · chậm 5 phút');
  if (isPlain()) await finance.reload();
  await expect(own).toContainText('Mục của quý cơ quan dự kiến 19:10, chậm 5 phút');

  await page.getByRole('button', { name: 'Xong: Khai mạc' }).click();
  await expect(item(page, 'Khai mạc')).toContainText('Đã xong');
  await expect(item(page, 'Báo cáo giải ngân')).toContainText('sớm');
  if (isPlain()) await finance.reload();
  await expect(own).toContainText('sớm');

  await page.getByRole('link', { name: 'Sửa giờ: Khai mạc' }).click();
  await panel(page).locator('#began').fill('');
  await panel(page).locator('#ended').fill('');
  await save(page).click();
  await expect(times(page)).toHaveText(['17:05', '19:05']);
  if (isPlain()) await finance.reload();
  await expect(own).toContainText('Mục của quý cơ quan dự kiến 19:05: Báo cáo giải ngân');
  expect(heard.filter((line) => !line.includes('422'))).toEqual([]);
  await finance.context().close();
});

test('the Chief sees what is late until it is done, and the meeting was held @plain', async ({ page, browser }) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'thuky');
  const address = await meets(page, `/desk/weeks/2026-W49?new=2026-12-04.afternoon.${isPlain() ? 3 : 4}`, '17:15', '18:15');
  const content = await page.locator('h1').innerText();
  const chief = await another(browser, 'chanhvanphong');
  await open(chief, '/desk');
  const late = chief.getByRole('region', { name: 'Thời hạn của cuộc họp' }).getByRole('listitem').filter({ hasText: content });
  await expect(late.first()).toContainText('Gửi giấy mời');
  await expect(late.first()).toContainText('Quá hạn');

  await open(page, `${address}?do=add_material`);
  const title = `Báo cáo ${unique()}`;
  await panel(page).locator('#material_title').fill(title);
  await panel(page).locator('#owed_by').selectOption({ label: 'Sở Y tế' });
  await save(page).click();
  await expect(page.locator('.material', { hasText: title })).toBeVisible();
  const health = await another(browser, 'soyte');
  await open(health, '/desk/papers');
  const paper = health.locator('.material', { hasText: title });
  await health.getByRole('link', { name: `Gửi tệp: ${title}` }).click();
  await panel(health).locator('#file').setInputFiles({
    name: 'Báo cáo.pdf',
    mimeType: 'application/pdf',
    buffer: pdf('Y te'),
  });
  await panel(health).locator('#no_secrets').check();
  await panel(health).getByRole('button', { name: 'Gửi tệp' }).click();
  await expect(paper).toContainText('Nhận muộn');
  await open(page, `${address}?do=invite`);
  await panel(page).getByLabel('Sở Y tế', { exact: true }).check();
  await save(page).click();
  await expect(page.locator('.invitees .name')).toHaveCount(1);
  await open(page, `${address}?do=letter`);
  await panel(page).locator('#requirements').fill('Sở Y tế báo cáo tại cuộc họp');
  await panel(page).locator('#contact_phone').fill('(0200) 3.000.214');
  await save(page).click();
  await issuesTheLetter(page);
  const state = page.locator('.meeting .stands .badge').first();
  await expect(state).toHaveText('Đã triệu tập');
  await expect(page.locator('.clock li').first()).toContainText('Quá hạn mới xong');
  await page.getByRole('button', { name: 'Xác nhận đủ tài liệu' }).click();
  await expect(state).toHaveText('Đủ tài liệu');
  await page.getByRole('button', { name: 'Ghi nhận đã họp' }).click();
  await expect(state).toHaveText('Đã họp');
  await open(health, '/desk/papers');
  const closed = paper.locator('.badge', { hasText: 'Đã đóng với người xem' });
  await health.getByRole('button', { name: `Đóng tài liệu: ${title}` }).click();
  await expect(closed).toBeVisible();
  await health.getByRole('button', { name: `Mở lại: ${title}` }).click();
  await expect(closed).toHaveCount(0);
  await health.context().close();
  await expect(page.locator('.clock li').last()).toContainText('chậm nhất');
  await open(chief, '/desk');
  await expect(late).toHaveCount(0);
  await chief.context().close();
});

test.describe('with our program', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a page without our program does not change by itself');

  test('two prepare one meeting, and nothing typed or pressed is lost', async ({ page, browser }) => {
    test.slow();
    await page.setViewportSize({ width: 1440, height: 900 });
    await signIn(page, 'thuky');
    const address = await meets(page, '/desk/weeks/2027-W12?new=2027-03-23.morning.1', '8:00', '10:00');
    await adds(page, address, 'Khai mạc', '10');
    const chief = await another(browser, 'chanhvanphong');

    await open(page, `${address}?do=add`);
    await panel(page).locator('#content').fill('Báo cáo của tôi');
    await adds(chief, address, 'Nội dung của Chánh Văn phòng', '20');
    await expect(item(page, 'Nội dung của Chánh Văn phòng')).toBeVisible();
    await expect(panel(page).locator('#content')).toHaveValue('Báo cáo của tôi');
    await panel(page).locator('#minutes').fill('30');
    await save(page).click();
    await expect(panel(page).locator('.stale')).toContainText('Mạc Đăng Thuận đã sửa lúc');
    await save(page).click();
    await expect(times(page)).toHaveText(['08:00', '08:10', '08:30']);
    await expect(times(chief)).toHaveText(['08:00', '08:10', '08:30']);

    // While a button is held down the page stands still.
    await page.getByRole('button', { name: 'Lên: Báo cáo của tôi' }).hover();
    await page.mouse.down();
    await adds(chief, address, 'Việc thứ tư', '5');
    await expect(page.locator('.agenda .item')).toHaveCount(3);
    await page.mouse.move(5, 5);
    await page.mouse.up();
    await expect(page.locator('.agenda .item')).toHaveCount(4);

    // A row that cannot be carried elsewhere says why, until something else is done.
    const contents = page.locator('.agenda .content');
    const refused = page.locator('.agenda .notice');
    await page.route('**/api/meeting/move_item', (route) => route.abort());
    await item(page, 'Việc thứ tư').dragTo(item(page, 'Khai mạc'));
    await expect(refused).toBeVisible();
    await expect(contents.last()).toHaveText('Việc thứ tư');
    await page.unroute('**/api/meeting/move_item');
    await item(page, 'Việc thứ tư').dragTo(item(page, 'Khai mạc'));
    await expect(contents.first()).toHaveText('Việc thứ tư');
    await expect(refused).toHaveCount(0);
    await item(page, 'Việc thứ tư').dragTo(item(page, 'Báo cáo của tôi'));
    await expect(contents.last()).toHaveText('Việc thứ tư');

    // The focus stays on the row that was chosen, wherever the row goes.
    const down = page.getByRole('button', { name: 'Xuống: Báo cáo của tôi' });
    await down.focus();
    await chief.getByRole('button', { name: 'Lên: Báo cáo của tôi' }).click();
    await expect(page.locator('.agenda .content')).toHaveText([
      'Khai mạc',
      'Báo cáo của tôi',
      'Nội dung của Chánh Văn phòng',
      'Việc thứ tư',
    ]);
    await expect(down).toBeFocused();
    await chief.context().close();
  });

  test('the parts of a long page are one jump away', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await signIn(page, 'thuky');
    await open(page, '/desk/meetings/1');
    const parts = page.getByRole('navigation', { name: 'Các phần của trang' });
    await expect(parts.getByRole('link')).toHaveText([
      'Tổng quan',
      'Chương trình họp',
      'Thành phần',
      'Giấy mời',
      'Tài liệu',
      'Lịch sử',
    ]);
    await parts.getByRole('link', { name: 'Tài liệu' }).click();
    await expect(page.locator('#materials')).toBeInViewport();
    await expect(parts).toBeInViewport();
    await expect(parts.locator('[aria-current]')).toHaveText('Tài liệu');
    await page.keyboard.press('Home');
    await expect(parts.locator('[aria-current]')).toHaveText('Tổng quan');
    await page.emulateMedia({ media: 'print' });
    await expect(parts).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await fitsCleanly(page, ['/desk/meetings/1']);
  });

  test('the line of parts goes along with what is read on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, 'thuky');
    await open(page, '/desk/meetings/1');
    const parts = page.getByRole('navigation', { name: 'Các phần của trang' });
    const current = parts.locator('[aria-current]');
    const whole = { ratio: 0.98 };
    for (const [key, part] of [['End', 'Lịch sử'], ['Home', 'Tổng quan']] as const) {
      await page.keyboard.press(key);
      await expect(current).toHaveText(part);
      await expect(current).toBeInViewport(whole);
    }
    const last = parts.getByRole('link', { name: 'Lịch sử' });
    await expect(last).not.toBeInViewport(whole);
    await last.focus();
    await expect(last).toBeInViewport(whole);
  });
});
