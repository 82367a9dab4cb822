// Undoing and redoing on the board, also of several entries at once.

import { expect, test } from '@playwright/test';
import { card, carry, cell, create, hold, open as openBoard, toast } from './board';
import { another, complaints, open, signIn } from './office';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'needs our program');

test('several entries are moved together, and go back together', async ({ page, browser }) => {
  await signIn(page, 'thuky');
  const week = '/desk/weeks/2027-W25';
  await create(page, `${week}?new=2027-06-21.morning.1`, 'Họp thứ nhất', '8h', '9h');
  await create(page, `${week}?new=2027-06-21.morning.1`, 'Họp thứ hai', '9h', '10h');
  await card(page, 'Họp thứ nhất').click({ modifiers: ['Control'] });
  await card(page, 'Họp thứ hai').click({ modifiers: ['Control'] });
  await expect(page.locator('.carried')).toContainText('2 lịch đang chọn');
  const [monday, wednesday] = ['2027-06-21.morning.1', '2027-06-23.morning.1'].map((place) => cell(page, place).locator('.card'));
  await carry(page, card(page, 'Họp thứ nhất'), cell(page, '2027-06-23.morning.1'));
  await page.mouse.up();
  await expect(wednesday).toHaveCount(2);
  await toast(page).getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(monday).toHaveCount(2);
  await expect(wednesday).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(wednesday).toHaveCount(2);
  // What somebody else has taken on since stays where it is, and is said; the other one goes back.
  const other = await another(browser, 'thuky');
  await openBoard(other, week);
  await card(other, 'Họp thứ nhất').focus();
  await other.keyboard.press('Shift+ArrowUp');
  await expect(card(page, 'Họp thứ nhất')).toContainText('08:45');
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toContainText('Họp thứ nhất: Lã Minh Quân');
  await expect(monday).toContainText(['Họp thứ hai']);
  await expect(wednesday).toContainText(['Họp thứ nhất']);
});

test('all that was done is undone to the beginning, and done again', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W29?new=2028-07-18.morning.1', 'Họp về lò gốm', '8h', '9h');
  const day = (place: string) => cell(page, place).locator('.card');
  await cell(page, '2028-07-19.morning.1').locator('.add').click();
  await page.fill('#content', 'Họp về làng nghề');
  await page.fill('#start', '8h');
  await page.fill('#end', '9h');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const [pots, crafts] = [day('2028-07-18.morning.1'), day('2028-07-19.morning.1')];
  await expect(crafts).toContainText('09:00');
  for (const one of [pots, crafts]) {
    await one.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(one).toContainText('09:15');
  }
  await page.keyboard.press('Control+z');
  await expect(crafts).toContainText('09:00');
  await page.keyboard.press('Control+z');
  await expect(pots).toContainText('09:00');
  await page.keyboard.press('Control+z');
  await expect(crafts).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(pots).toHaveCount(0);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+y');
  await expect(crafts).toContainText('09:15');
  await expect(pots).toContainText('09:15');
  await page.keyboard.press('Control+z');
  await expect(crafts).toContainText('09:00');
});

test('what was removed comes back, with the way back to what it was before', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W30?new=2028-07-25.morning.1', 'Họp về hồ chứa', '8h', '9h');
  const one = card(page, 'Họp về hồ chứa');
  await one.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(one).toContainText('09:15');
  await one.click();
  await page.locator('.panel a', { hasText: 'Xóa' }).click();
  await page.locator('.panel button', { hasText: 'Xóa' }).click();
  await expect(one).toHaveCount(0);
  await toast(page).getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(one).toContainText('09:15');
  await page.keyboard.press('Control+z');
  await expect(one).toContainText('09:00');
});

test('a form that is sent upon a change on its way is meant for the entry as that leaves it', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W42?new=2028-10-17.morning.1', 'Họp về rừng ngập mặn', '8h', '9h');
  const one = card(page, 'Họp về rừng ngập mặn');
  const answer = await hold(page, '**/api/schedule/save_entry*');
  for (const end of ['09:15', '09:30']) {
    await one.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(one).toContainText(end);
  }
  await one.click();
  await page.locator('.panel a', { hasText: 'Xóa' }).click();
  await page.locator('.panel button', { hasText: 'Xóa' }).click();
  answer();
  await expect(one).toHaveCount(0);
  await toast(page).getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(one).toContainText('09:30');
});

test('a card that could not be moved goes back, and says where to sign in again', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W31?new=2028-08-01.morning.1', 'Họp về kè sông', '8h', '9h');
  await page.context().clearCookies();
  const one = card(page, 'Họp về kè sông');
  await one.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(toast(page).getByRole('link', { name: 'Đăng nhập lại' })).toBeVisible();
  await expect(one).toContainText('09:00');
});

test('without a network a card goes back, and its deed is undone when there is one again', async ({ page, context }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W38?new=2028-09-19.morning.1', 'Họp về đê biển', '8h', '9h');
  const one = card(page, 'Họp về đê biển');
  await context.setOffline(true);
  await one.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(toast(page)).toContainText('Mất kết nối');
  await expect(one).toContainText('09:00');
  await context.setOffline(false);
  await page.keyboard.press('Shift+ArrowDown');
  await expect(one).toContainText('09:15');
  await expect(toast(page)).not.toContainText('Mất kết nối');
  await page.keyboard.press('Control+z');
  await expect(one).toContainText('09:00');
});

test('the request of a removed entry waits again, until the entry comes back', async ({ page, browser }) => {
  const content = `Họp về nước mặn ${Date.now() % 1_000_000}`;
  const officer = await another(browser, 'soxaydung');
  await open(officer, '/desk/requests?new');
  await officer.fill('#content', content);
  await officer.selectOption('#chair', { index: 1 });
  await officer.fill('#date', '2028-10-03');
  await officer.fill('#start', '8h');
  await officer.fill('#minutes', '60');
  await officer.getByRole('button', { name: 'Gửi đăng ký' }).click();
  const asked = officer.locator('.requests > li', { hasText: content }).locator('.badge').first();
  await expect(asked).toHaveText('Chờ xếp lịch');

  await signIn(page, 'thuky');
  await page.goto('/desk/requests?week=2028-W40');
  await page.getByRole('link', { name: content }).click();
  await page.getByRole('button', { name: 'Xếp lịch' }).click();
  await expect(asked).toHaveText('Đã xếp lịch');
  await openBoard(page, '/desk/weeks/2028-W40');
  await card(page, content).click();
  await page.locator('.panel a', { hasText: 'Xóa' }).click();
  await page.locator('.panel button', { hasText: 'Xóa' }).click();
  await expect(card(page, content)).toHaveCount(0);
  await expect(asked).toHaveText('Chờ xếp lịch');
  await toast(page).getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(card(page, content)).toBeVisible();
  await expect(asked).toHaveText('Đã xếp lịch');
  await officer.context().close();
});

test('what is changed in a submitted week says that it must be submitted again', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W35?new=2028-08-29.morning.1', 'Họp về lũ quét', '8h', '9h');
  await page.getByRole('button', { name: 'Trình duyệt' }).click();
  await expect(toast(page)).toContainText('Đã trình lịch tuần');
  await card(page, 'Họp về lũ quét').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(toast(page)).toContainText('cần trình lại');
});

test('what is cut together goes into an empty week, and the way back stays with its week', async ({ page }) => {
  const heard = complaints(page);
  await signIn(page, 'thuky');
  const week = '/desk/weeks/2029-W10';
  await create(page, `${week}?new=2029-03-05.morning.1`, 'Họp về chợ nổi', '8h', '9h');
  await create(page, `${week}?new=2029-03-05.morning.1`, 'Họp về bến xe', '9h', '10h');
  await expect(toast(page).getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  for (const content of ['Họp về chợ nổi', 'Họp về bến xe']) {
    await card(page, content).focus();
    await page.keyboard.press('x');
  }
  await page.keyboard.press('Control+x');
  await expect(page.locator('.carried')).toContainText('Đã cắt 2 lịch');
  await page.locator('.strip a[rel=next]').click();
  await expect(page).toHaveURL(/2029-W11/);
  await expect(toast(page).getByRole('button')).toHaveCount(0);
  // The week has no entries, but something is to be put there.
  await expect(page.locator('.carried')).toContainText('Đã cắt 2 lịch');
  await cell(page, '2029-03-14.morning.1').locator('a').focus();
  await page.keyboard.press('Control+v');
  await expect(cell(page, '2029-03-14.morning.1').locator('.card')).toHaveCount(2);
  await expect(page.locator('.carried p')).toHaveCount(0);
  expect(heard).toEqual([]);
});

test('on a narrow board a day without entries takes what is carried onto it', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W43?new=2028-10-24.morning.1', 'Họp về bến phà', '8h', '9h');
  await page.setViewportSize({ width: 820, height: 1180 });
  await openBoard(page, '/desk/weeks/2028-W43');
  const thursday = page.locator('#d2028-10-26');
  await carry(page, card(page, 'Họp về bến phà'), thursday.locator('.day'));
  await expect(page.locator('.carried')).toContainText('26/10');
  await page.mouse.up();
  await expect(thursday.locator('.card')).toContainText('Họp về bến phà');
  await toast(page).getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.locator('#d2028-10-24 .card')).toContainText('Họp về bến phà');
});
