// Requests beside the board: one is dragged to a place, one is walked there by keyboard;
// what is published then appears on a leader's open phone.

import { expect, type Page, test } from '@playwright/test';
import { another, complaints, fitsCleanly, open, signIn } from './office';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'without our program the drawer leads to the tray');

const WEEK = '2027-W51';
const board = `/desk/weeks/${WEEK}`;
const [TUESDAY, WEDNESDAY] = ['2027-12-21', '2027-12-22'];

async function asks(officer: Page, content: string, day: string) {
  await open(officer, '/desk/requests?new');
  await officer.fill('#content', content);
  await officer.selectOption('#chair', { index: 2 });
  await officer.fill('#date', day);
  await officer.fill('#start', '8h');
  await officer.fill('#minutes', '60');
  await officer.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(officer.locator('.notice')).toContainText(`Đã lưu: ${content}`);
}

test('requests are put on the board by hand and by key, and a phone hears of the publication', async ({ page, browser }) => {
  test.setTimeout(90_000);
  const heard = complaints(page);
  await page.setViewportSize({ width: 1440, height: 1000 });
  const officer = await another(browser, 'sotaichinh');
  const [first, second] = ['Phương án thu ngân sách năm tới', 'Thẩm định giá đất cụm công nghiệp'];
  await asks(officer, first, TUESDAY);
  await asks(officer, second, TUESDAY);

  await signIn(page, 'thuky');
  // A week without entries shows its places as soon as there is something to put there.
  await open(page, board);
  await expect(page.locator('.board')).toHaveCount(0);
  const drawer = page.locator('details.tray');
  await expect(drawer.locator('summary')).toContainText('Đề nghị (2)');
  await drawer.locator('summary').click();
  await expect(page.locator('.board')).toBeVisible();
  const asked = (content: string) => drawer.locator('[data-request]', { hasText: content });

  // By the pointer, to Wednesday morning of another leader.
  const from = await asked(first).boundingBox();
  const place = page.locator(`td[data-place^="${WEDNESDAY}.morning."]`).first();
  await place.scrollIntoViewIfNeeded();
  const to = await place.boundingBox();
  const start = (await asked(first).boundingBox()) ?? from;
  if (!start || !to) throw new Error('nothing to drag');
  const carry = async () => {
    await page.mouse.move(start.x + 30, start.y + 15);
    await page.mouse.down();
    await page.mouse.move(start.x + 50, start.y + 30, { steps: 3 });
    await page.mouse.move(to.x + to.width / 2, to.y + Math.min(to.height / 2, 20), { steps: 8 });
    await expect(page.locator('.carried')).toContainText('Không trùng');
  };
  // Given up on the way it is not accepted where the pointer is lifted.
  await carry();
  expect((await page.locator('.ghost').boundingBox())?.height).toBeLessThan(120);
  await page.keyboard.press('Escape');
  await expect(page.locator('.ghost')).toHaveCount(0);
  await page.mouse.up();
  await expect(page.locator('.carried p')).toHaveCount(0);
  await expect(drawer.locator('summary')).toContainText('Đề nghị (2)');

  await carry();
  await page.mouse.up();
  await expect(page.locator('.toast')).toContainText('Đã xếp lịch theo đề nghị');
  await expect(place.locator('.card', { hasText: first })).toBeVisible();
  await expect(drawer.locator('summary')).toContainText('Đề nghị (1)');

  // By keyboard: taken up where it is wished, one day further, put down.
  await asked(second).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.carried')).toContainText('21/12');
  await page.keyboard.press('Escape');
  await expect(page.locator('.carried p')).toHaveCount(0);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toast')).toContainText('Đã xếp lịch theo đề nghị');
  await expect(page.locator('.board .card', { hasText: second }).first()).toBeVisible();
  await expect(drawer).toContainText('Không có đề nghị nào chờ tuần này');
  // Put in the wrong place it goes back into the tray, and onto the board again.
  await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.locator('.board .card', { hasText: second })).toHaveCount(0);
  await expect(drawer.locator('summary')).toContainText('Đề nghị (1)');
  await page.keyboard.press('Control+y');
  await expect(page.locator('.board .card', { hasText: second }).first()).toBeVisible();
  await expect(drawer).toContainText('Không có đề nghị nào chờ tuần này');
  await open(page, `${board}?new=${WEDNESDAY}.afternoon.1`);
  await page.fill('#content', 'Họp chuẩn bị tổng kết');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.board .card', { hasText: 'Họp chuẩn bị tổng kết' }).first()).toBeVisible();
  await open(officer, '/desk/requests');
  const answer = officer.locator('.requests > li', { hasText: second });
  await expect(answer.locator('.badge').first()).toHaveText('Đã xếp lịch');
  await officer.context().close();

  const leader = await another(browser, 'chutich');
  await leader.setViewportSize({ width: 390, height: 844 });
  await open(leader, `/my?week=${WEEK}`);
  await expect(leader.locator('main')).toContainText('Tuần này chưa phát hành lịch');
  const chief = await another(browser, 'chanhvanphong');
  for (const name of ['Trình duyệt', 'Duyệt']) {
    await open(chief, board);
    await chief.getByRole('button', { name, exact: true }).click();
    await expect(chief.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
  await open(chief, `${board}/review`);
  await chief.getByRole('button', { name: 'Phát hành', exact: true }).click();
  await expect(leader.locator('main')).toContainText('Phát hành lần đầu');
  await expect(leader.locator('main')).toContainText('Họp chuẩn bị tổng kết');
  await leader.context().close();
  await chief.context().close();
  expect(heard).toEqual([]);
});

test('the drawer and the rules of reception are clean for axe and fit a narrow screen', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signIn(page, 'chanhvanphong');
  await fitsCleanly(page, ['/desk/weeks/2027-W01', '/desk', '/desk/settings/calendar?reception']);
  expect(heard).toEqual([]);
});
