// The head of a unit agrees to what the unit proposes, or sends it back inside the unit,
// before the Office has it; a unit whose head has no account states who agreed and when.

import { expect, test, type Page } from '@playwright/test';
import { another, complaints, fitsCleanly, open, signIn } from './office';

const PHONE = { width: 390, height: 844 };
const panel = (page: Page) => page.locator('aside.panel');
const line = (page: Page, content: string) => page.locator('.requests li', { hasText: content });
const press = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true }).click();
const stands = (page: Page) => panel(page).locator('.stands .badge');

async function proposes(page: Page, content: string) {
  await open(page, '/desk/bodies?item=new');
  await panel(page).locator('#body').selectOption({ index: 1 });
  await panel(page).locator('#content').fill(content);
  await panel(page).locator('#item_kind').selectOption('decision');
  await panel(page).locator('#minutes').fill('20');
  await press(page, 'Lưu');
  await expect(stands(page)).toHaveText('Đơn vị đang soạn');
}

test('the head of the unit agrees before the Office has it @plain', async ({ page, browser }) => {
  test.slow();
  const heard = complaints(page);
  const content = `Phân bổ dự phòng ngân sách ${test.info().project.name} ${Date.now() % 1_000_000}`;
  await signIn(page, 'sotaichinh');
  await proposes(page, content);
  await expect(panel(page).locator('#head')).toHaveCount(0);
  await press(page, 'Trình thủ trưởng');
  await expect(stands(page)).toHaveText('Chờ thủ trưởng đơn vị');

  const head = await another(browser, 'giamdocsotaichinh');
  await head.setViewportSize(PHONE);
  const waits = head.getByRole('region', { name: 'Nội dung chờ thủ trưởng đồng ý' }).getByRole('link', { name: content });
  await open(head, '/desk');
  await expect(head.locator('.rooms .count').first()).toBeInViewport();
  await waits.click();
  await press(head, 'Trả lại trong đơn vị');
  await expect(head.locator('#reason-error')).toHaveText('Cần điền mục này.');
  await head.locator('#reason').fill('Bổ sung số liệu tháng 11');
  await press(head, 'Trả lại trong đơn vị');
  await expect(stands(head)).toHaveText('Trả lại bổ sung');

  await open(page, '/desk/bodies');
  await line(page, content).getByRole('link').click();
  await expect(panel(page).locator('.said')).toContainText('Bổ sung số liệu tháng 11');
  await panel(page).locator('#minutes').fill('25');
  await press(page, 'Lưu');
  await expect(stands(page)).toHaveText('Đơn vị đang soạn');
  await press(page, 'Trình thủ trưởng');
  await expect(stands(page)).toHaveText('Chờ thủ trưởng đơn vị');

  await open(head, '/desk');
  await waits.click();
  await press(head, 'Đồng ý, gửi Văn phòng');
  await expect(stands(head)).toHaveText('Chờ Văn phòng kiểm tra');
  await expect(panel(head)).toContainText('Thủ trưởng đồng ý: Hoàng Trọng Duyệt');
  await open(head, '/desk');
  await expect(waits).toHaveCount(0);
  await head.context().close();

  const desk = await another(browser, 'thuky');
  await open(desk, '/desk/bodies');
  await line(desk, content).getByRole('link').click();
  await press(desk, 'Đủ hồ sơ');
  await expect(stands(desk)).toHaveText('Đủ hồ sơ');
  await desk.context().close();
  expect(heard.filter((text) => !text.includes('422'))).toEqual([]);
});

test('the desks of a head and of an officer fit a phone', async ({ page, browser }) => {
  await signIn(page, 'giamdocsotaichinh');
  await fitsCleanly(page, ['/desk']);
  const officer = await another(browser, 'sotaichinh');
  await fitsCleanly(officer, ['/desk']);
  await officer.context().close();
});

test('a unit whose head has no account states who agreed and when @plain', async ({ page }) => {
  await signIn(page, 'soyte');
  await proposes(page, `Đề án trạm y tế ${test.info().project.name} ${Date.now() % 1_000_000}`);
  await press(page, 'Ghi nhận thủ trưởng đã đồng ý, gửi Văn phòng');
  await expect(page.locator('#head-error')).toHaveText('Cần điền mục này.');
  await expect(page.locator('#head_on-error')).toHaveText('Cần điền mục này.');
  await page.locator('#head').fill('Diệp Thị Thanh Hà, Giám đốc');
  await page.locator('#head_on').fill('2026-12-03');
  await press(page, 'Ghi nhận thủ trưởng đã đồng ý, gửi Văn phòng');
  await expect(stands(page)).toHaveText('Chờ Văn phòng kiểm tra');
  await expect(panel(page)).toContainText('Thủ trưởng đồng ý: Diệp Thị Thanh Hà, Giám đốc, 03/12/2026');
});
