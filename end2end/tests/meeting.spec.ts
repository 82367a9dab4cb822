// A meeting from its proposal over the chair's answer to a closed agenda; the same story
// with our program in the browser and without it, in a week of its own.

import { expect, test, type Page } from '@playwright/test';
import { another, complaints, open, signIn } from './office';

const PHONE = { width: 390, height: 844 };
const unique = () => `${test.info().project.name} ${Date.now() % 1_000_000}`;
const isPlain = () => test.info().project.name === 'plain';
const state = (page: Page) => page.locator('.meeting .stands .badge').first();

/** A day of the week 47 of 2027 of which no other story knows. */
const day = () => (isPlain() ? '2027-11-24' : '2027-11-23');

/** The Department of Finance proposes on a phone; the address of the meeting is the answer. */
async function proposes(page: Page, content: string): Promise<string> {
  await page.setViewportSize(PHONE);
  await signIn(page, 'sotaichinh');
  await open(page, '/desk/meetings?new');
  const panel = page.locator('aside.panel');
  await panel.locator('#content').fill(content);
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.locator('#kind-error')).toHaveText('Cần điền mục này.');
  await expect(panel.locator('#purpose-error')).toHaveText('Cần điền mục này.');
  await expect(panel.locator('#content')).toHaveValue(content);
  await panel.locator('#kind').selectOption('working_meeting');
  await panel.locator('#purpose').fill('Tháo gỡ vướng mắc của các dự án');
  await panel.locator('#chair').selectOption({ label: 'PCT Thường trực Tạ Thị Minh Nguyệt' });
  await panel.locator('#date').fill(day());
  await panel.locator('#start').fill('8h30');
  await panel.locator('#minutes').fill('90');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page).toHaveURL(/\/desk\/meetings\/\d+$/);
  await expect(page.locator('h1')).toHaveText(content);
  await expect(state(page)).toHaveText('Chờ ý kiến chủ trì');
  return new URL(page.url()).pathname;
}

async function adds(page: Page, address: string, content: string, minutes: string) {
  await open(page, `${address}?do=add`);
  const panel = page.locator('aside.panel');
  await panel.locator('#content').fill(content);
  await panel.locator('#minutes').fill(minutes);
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.agenda .content', { hasText: content })).toBeVisible();
}

test('a meeting goes from its proposal to a closed agenda @plain', async ({ page, browser }) => {
  test.slow();
  const heard = complaints(page);
  const content = `Họp giải ngân ${unique()}`;
  const address = await proposes(page, content);

  const chair = await another(browser, 'pcttt');
  await chair.setViewportSize(PHONE);
  await open(chair, '/desk/meetings');
  await chair.getByRole('link', { name: content }).click();
  await expect(chair.locator('#opinion')).toHaveText('Ý kiến của chủ trì');
  await open(chair, address);
  await chair.getByRole('button', { name: 'Đồng ý, có điều chỉnh' }).click();
  await expect(chair.locator('#reason-error')).toHaveText('Cần điền mục này.');
  await chair.locator('#reason').fill('Mời thêm Kho bạc Nhà nước');
  await chair.getByRole('button', { name: 'Đồng ý, có điều chỉnh' }).click();
  await expect(state(chair)).toHaveText('Chờ xếp lịch');
  await chair.context().close();

  await page.context().clearCookies();
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'thuky');
  await open(page, address);
  await expect(page.locator('.said')).toContainText('Mời thêm Kho bạc Nhà nước');
  await page.getByRole('link', { name: 'Xếp lịch' }).click();
  await page.locator('#room').selectOption({ index: 2 });
  await page.locator('aside.panel').getByRole('button', { name: 'Lưu' }).click();
  await expect(state(page)).toHaveText('Đang chuẩn bị');
  await expect(page.locator('.clock')).toContainText('Gửi giấy mời');

  await adds(page, address, 'Khai mạc', '10');
  await adds(page, address, 'Báo cáo giải ngân', '25');
  const times = page.locator('.agenda .when b');
  await expect(times).toHaveText(['08:30', '08:40']);
  const up = page.getByRole('button', { name: 'Lên: Báo cáo giải ngân' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.agenda .content')).toHaveText(['Báo cáo giải ngân', 'Khai mạc']);
  await expect(times).toHaveText(['08:30', '08:55']);
  if (!isPlain()) await expect(up).toBeFocused();

  await page.getByRole('button', { name: 'Chốt chương trình' }).click();
  await expect(page.locator('.agenda .badge').first()).toContainText('Đã chốt chương trình');
  await open(page, `${address}?do=add`);
  const panel = page.locator('aside.panel');
  await panel.locator('#content').fill('Việc gấp');
  await panel.locator('#minutes').fill('10');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.locator('#supplement-error')).toHaveText('Cần điền mục này.');
  await panel.locator('#supplement').fill('Chủ trì chỉ đạo bổ sung');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.agenda .section')).toContainText('Danh mục bổ sung');
  await expect(page.locator('.agenda .item').last()).toContainText('Chủ trì chỉ đạo bổ sung');
  expect(heard.filter((line) => !line.includes('422') && !line.includes('409'))).toEqual([]);
});

test('moving the entry on the board moves the meeting, and the other way round', async ({ page, browser }) => {
  test.slow();
  const content = `Họp một việc hai phòng ${unique()}`;
  await signIn(page, 'thuky');
  await page.goto('/desk/weeks/2027-W47?new=2027-11-25.afternoon.1');
  await expect(page.locator('.desk[data-live]')).toBeAttached();
  const panel = page.locator('aside.panel');
  await page.fill('#content', content);
  await page.fill('#start', '14:00');
  await page.fill('#end', '15:00');
  await page.selectOption('#preparing_unit', { index: 5 });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const card = page.locator('.card', { hasText: content });
  await card.click();
  await panel.getByRole('link', { name: 'Cuộc họp' }).click();
  await panel.getByRole('button', { name: 'Lập cuộc họp từ lịch này' }).click();
  await expect(page).toHaveURL(/\/desk\/meetings\/\d+$/);
  await expect(page.locator('.facts')).toContainText('14:00');
  await page.getByRole('link', { name: 'Chuyển giờ' }).click();
  await panel.locator('#start').fill('15h30');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.facts')).toContainText('15:30 - 16:30');
  const address = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Xem trên bảng lịch' }).click();
  await expect(panel.locator('#start')).toHaveValue('15:30');
  await panel.getByRole('link', { name: 'Hủy' }).click();
  await panel.locator('#reason').fill('Chủ trì đi công tác');
  await panel.locator('button.save').click();
  await expect(page.locator('.toast')).toBeVisible();
  await open(page, address);
  await expect(page.locator('.stands .badge').first()).toHaveText('Hủy');
  await expect(page.getByRole('link', { name: 'Diễn ra như cũ' })).toBeVisible();

  const stranger = await another(browser, 'soxaydung');
  const answer = await stranger.goto(address);
  expect(answer?.status()).toBe(404);
  await stranger.context().close();
});
