// Carrying entries over the board: by mouse, by keyboard, as a copy; and the line that
// fills a form. Each story builds in a week of its own.

import { expect, type Page, test } from '@playwright/test';
import { card, carry, cell, create, hold, open, toast } from './board';
import { another, complaints, signIn, taken } from './office';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'needs our program');

test('an entry is dragged to another day, judged on the way, undone and redone', async ({ page }) => {
  const heard = complaints(page);
  const week = '/desk/weeks/2027-W22';
  await signIn(page, 'thuky');
  await create(page, `${week}?new=2027-05-31.morning.1`, 'Họp về cấp nước', '8h', '9h');
  await create(page, `${week}?new=2027-06-01.morning.1`, 'Họp về điện lực', '8h30', '10h');

  await carry(page, card(page, 'Họp về cấp nước'), cell(page, '2027-06-02.morning.1'));
  await expect(page.locator('.carried')).toContainText('Không trùng lịch');
  await expect(cell(page, '2027-06-02.morning.1')).toHaveAttribute('data-drop', 'green');
  await page.mouse.up();
  await expect(cell(page, '2027-06-02.morning.1').locator('.card')).toContainText('Họp về cấp nước');
  await expect(toast(page)).toContainText('Đã chuyển sang T4 02/06, 08:00');
  await expect(page.locator('.panel')).toHaveCount(0);

  // Given up on the way: nothing is put down, and lifting the pointer opens nothing.
  await carry(page, card(page, 'Họp về cấp nước'), cell(page, '2027-06-04.morning.1'));
  await page.keyboard.press('Escape');
  await expect(page.locator('.ghost')).toHaveCount(0);
  // A click right after a drag is none in any case; this one comes later.
  await page.waitForTimeout(400);
  await page.mouse.up();
  await expect(page.locator('.panel')).toHaveCount(0);
  await expect(cell(page, '2027-06-02.morning.1').locator('.card')).toContainText('Họp về cấp nước');

  await carry(page, card(page, 'Họp về cấp nước'), cell(page, '2027-06-01.morning.1'));
  await expect(page.locator('.carried')).toContainText('đã có lịch 08:30-10:00 (Họp về điện lực)');
  await expect(cell(page, '2027-06-01.morning.1')).toHaveAttribute('data-drop', 'red');
  await page.mouse.up();
  // What is refused goes on in the form, with the new day filled in.
  await expect(page.locator('.panel .clash-list')).toContainText('Họp về điện lực');
  await expect(page.locator('#date')).toHaveValue('2027-06-01');
  await page.keyboard.press('Escape');
  await expect(page.locator('.panel')).toHaveCount(0);
  await expect(cell(page, '2027-06-02.morning.1').locator('.card')).toContainText('Họp về cấp nước');

  await carry(page, card(page, 'Họp về cấp nước'), cell(page, '2027-06-03.afternoon.2'));
  await page.mouse.up();
  const moved = cell(page, '2027-06-03.afternoon.2').locator('.card');
  await expect(moved).toContainText('14:00');
  await expect(toast(page)).toContainText('Đã chuyển sang T5 03/06, 14:00');
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toContainText('Đã hoàn tác');
  await expect(cell(page, '2027-06-02.morning.1').locator('.card')).toContainText('08:00');
  await page.keyboard.press('Control+z');
  await expect(cell(page, '2027-05-31.morning.1').locator('.card')).toContainText('Họp về cấp nước');
  await page.keyboard.press('Control+y');
  await expect(cell(page, '2027-06-02.morning.1').locator('.card')).toContainText('Họp về cấp nước');
  expect(heard).toEqual([]);
});

test('the keyboard carries, copies to another week, and makes longer', async ({ page }) => {
  const heard = complaints(page);
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2027-W24?new=2027-06-14.morning.2', 'Họp mở đầu tuần', '8h', '9h');
  await create(page, '/desk/weeks/2027-W23?new=2027-06-07.morning.1', 'Họp về thủy lợi', '8h', '9h');
  await card(page, 'Họp về thủy lợi').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.carried')).toContainText('Chiều');
  // The board is asked for once more after the answer; then the card stands still.
  const shown = page.waitForResponse('**/api/schedule/board*');
  await page.keyboard.press('Enter');
  await (await shown).finished();
  const afternoon = page.locator('td[data-place^="2027-06-07.afternoon"] .card');
  await expect(afternoon).toContainText('14:00');
  await expect(page.locator('.card:focus')).toContainText('Họp về thủy lợi');

  await page.keyboard.press('Shift+ArrowDown');
  await expect(afternoon).toContainText('15:15');

  await page.keyboard.press('Control+c');
  await expect(page.locator('.carried')).toContainText('Ctrl+V');
  await page.locator('.strip a[rel=next]').click();
  await expect(card(page, 'Họp mở đầu tuần')).toBeVisible();
  await cell(page, '2027-06-15.morning.1').locator('a').focus();
  await page.keyboard.press('Control+v');
  await expect(cell(page, '2027-06-15.morning.1').locator('.card')).toContainText('Họp về thủy lợi');
  await expect(toast(page)).toContainText('Đã tạo bản sao');
  await page.locator('.strip a[rel=prev]').click();
  await expect(afternoon).toContainText('15:15');
  expect(heard).toEqual([]);
});

test('a change that is answered after its week was left leaves the next week at work', async ({ page }) => {
  const heard = complaints(page);
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W06?new=2028-02-07.morning.1', 'Họp về nông nghiệp', '8h', '9h');
  await create(page, '/desk/weeks/2028-W05?new=2028-01-31.morning.1', 'Họp về công nghiệp', '8h', '9h');
  const answer = await hold(page, '**/api/schedule/save_entry*');
  const asked = page.waitForRequest('**/api/schedule/save_entry*');
  let answered = 0;
  page.on('requestfinished', (request) => {
    if (request.url().includes('/api/schedule/save_entry')) answered += 1;
  });
  await card(page, 'Họp về công nghiệp').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await asked;
  await page.locator('.strip a[rel=next]').click();
  await card(page, 'Họp về nông nghiệp').focus();
  await page.keyboard.press('Shift+ArrowDown');
  answer();
  await expect(card(page, 'Họp về nông nghiệp')).toContainText('09:15');
  await expect.poll(() => answered).toBe(2);
  await page.reload();
  await expect(card(page, 'Họp về nông nghiệp')).toContainText('09:15');
  await page.locator('.strip a[rel=prev]').click();
  await expect(card(page, 'Họp về công nghiệp')).toContainText('09:15');
  expect(heard).toEqual([]);
});

test('keys that come faster than the frames of a slow machine are heard', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W44?new=2028-10-31.morning.1', 'Họp về giống lúa', '8h', '9h');
  const one = card(page, 'Họp về giống lúa');
  await expect(toast(page)).toBeVisible();
  // From here on nothing is painted that asks for a frame first.
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
  });
  await one.focus();
  for (const end of ['09:15', '09:30', '09:45']) {
    await page.keyboard.press('Shift+ArrowDown');
    await expect(one).toContainText(end);
  }
  await expect(one).toBeFocused();
  // Whoever presses beside the cards means none of them any more.
  await page.locator('h1').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+z');
  await expect(one).toContainText('09:30');
});

test('a key counts from what is shown, also while the one before it is answered', async ({ page }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W44?new=2028-10-31.afternoon.1', 'Họp về lúa nước', '14h', '15h');
  const one = card(page, 'Họp về lúa nước');
  await expect(toast(page)).toBeVisible();
  await one.focus();
  const answerFirst = await hold(page, '**/api/schedule/save_entry*');
  for (const end of ['15:15', '15:30']) {
    await page.keyboard.press('Shift+ArrowDown');
    await expect(one).toContainText(end);
  }
  const answerSecond = await hold(page, '**/api/schedule/save_entry*');
  // The second is asked when the first, and the board after it, is answered.
  const asked = page.waitForRequest('**/api/schedule/save_entry*');
  answerFirst();
  await asked;
  await expect(one).toContainText('15:30');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(one).toContainText('15:45');
  const last = page.waitForResponse(async (answer) => answer.url().includes('/save_entry') && (await answer.text()).includes('15:45'));
  answerSecond();
  await last;
  for (const end of ['15:30', '15:15', '15:00']) {
    await page.keyboard.press('Control+z');
    await expect(one).toContainText(end);
  }
});

test('the focus stays where it is when another card of the board changes', async ({ page, browser }) => {
  await signIn(page, 'thuky');
  await create(page, '/desk/weeks/2028-W07?new=2028-02-14.morning.1', 'Họp về du lịch', '8h', '9h');
  await create(page, '/desk/weeks/2028-W07?new=2028-02-15.morning.1', 'Họp về thể thao', '8h', '9h');
  const other = await another(browser, 'thuky');
  await open(other, '/desk/weeks/2028-W07');
  const stays = card(other, 'Họp về thể thao');
  await stays.focus();
  await stays.evaluate((element) => element.setAttribute('data-same', ''));
  await card(page, 'Họp về du lịch').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(card(other, 'Họp về du lịch')).toContainText('09:15');
  await expect(stays).toBeFocused();
  // It is the very element that stood there before.
  await expect(stays).toHaveAttribute('data-same', '');
});

test('one typed line fills the form, and says what it understood', async ({ page }) => {
  const heard = complaints(page);
  await signIn(page, 'thuky');
  await open(page, '/desk/weeks/2027-W26');
  await page.fill('#quick', '8h30 thứ Ba họp giao ban, CT chủ trì, Sở Tài chính chuẩn bị');
  await expect(page.locator('#quick-says mark').first()).toContainText('8h30');
  await page.keyboard.press('Enter');
  await expect(page.locator('#start')).toHaveValue('08:30');
  await expect(page.locator('#date')).toHaveValue('2027-06-29');
  await expect(page.locator('#content')).toHaveValue('Họp giao ban');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(cell(page, '2027-06-29.morning.1').locator('.card')).toContainText('08:30');
  expect(heard).toEqual([]);
});

test('the board is turned, and shows one leader only', async ({ page }) => {
  await signIn(page, 'thuky');
  await open(page, '/desk/weeks/2026-W49');
  const columns = page.locator('.board thead th');
  await expect(columns).toHaveCount(7);
  await page.locator('.sieve summary').click();
  await page.getByLabel('Lãnh đạo theo hàng').check();
  await expect(columns).toHaveCount(9);
  await expect(page.locator('.board tbody')).toHaveCount(5);
  await page.locator('.sieve select').first().selectOption({ index: 1 });
  await expect(page.locator('.board tbody')).toHaveCount(1);
});

test('a card says by ear when, what, where and whose it is, and that something is wrong with it', async ({ page }) => {
  await signIn(page, 'thuky');
  await open(page, '/desk/weeks/2026-W49');
  const morning = cell(page, '2026-11-30.morning.2');
  await expect(morning.locator('.card').first()).toHaveAccessibleName(
    /^07:30 - 08:15 Cảnh báo Nội bộ Dự: Hội ý Thường trực UBND tỉnh đầu tuần ?, PCT Thường trực Tạ Thị Minh Nguyệt Phòng họp Thường trực UBND tỉnh$/,
  );
  await expect(morning.locator('.add')).toHaveAccessibleName('Thêm lịch PCT Thường trực Tạ Thị Minh Nguyệt Sáng 30/11');
});

/** Opens the week as the secretary, without the code of what stands around the board until it is let go. */
async function openWithoutTheRest(page: Page): Promise<() => void> {
  await signIn(page, 'thuky');
  const letGo = await hold(page, '**/*board_beside*');
  await open(page, '/desk/weeks/2026-W49');
  // Marks the written head of the week, to know it again.
  await page.locator('.week-head').evaluate((head) => Object.assign(head, { known: true }));
  return letGo;
}

/** Whether the head of the week is the written one. */
const isMarked = (page: Page) => page.locator('.week-head').evaluate((head) => 'known' in head);

test('what is typed, opened and chosen around the board before its code came is kept and heard', async ({ page }) => {
  const heard = complaints(page);
  const letGo = await openWithoutTheRest(page);
  await page.locator('.tray summary').click();
  await page.locator('.sieve summary').click();
  await page.locator('.sieve select').first().selectOption({ index: 1 });
  await page.locator('#quick').pressSequentially('8h30 thứ Ba họp giao ban');
  await expect(page.locator('.board thead th')).toHaveCount(7);
  letGo();
  await taken(page);
  expect(await isMarked(page)).toBe(true);
  await expect(page.locator('#quick')).toHaveValue('8h30 thứ Ba họp giao ban');
  await expect(page.locator('#quick')).toBeFocused();
  await expect(page.locator('#quick-says mark').first()).toBeVisible();
  await expect(page.locator('.tray')).toHaveAttribute('open');
  await expect(page.locator('.board thead th')).toHaveCount(3);
  await expect(page.locator('.sieve select').first()).not.toHaveValue('');
  expect(heard).toEqual([]);
});

test('an entry that is opened before the code of its form came is opened when it comes', async ({ page }) => {
  const heard = complaints(page);
  const letGo = await openWithoutTheRest(page);
  const first = page.locator('#d2026-11-30 .card').first();
  await first.click();
  await expect(page).toHaveURL(/\?entry=\d+$/);
  await expect(first).toHaveAttribute('aria-current', 'true');
  letGo();
  await expect(page.locator('.panel #content')).toHaveValue(/Hội ý Thường trực/);
  await expect(page.locator('.panel')).toBeFocused();
  await taken(page);
  // The page is another one by now: its head is drawn anew, once.
  expect(await isMarked(page)).toBe(false);
  await expect(page.locator('.week-head')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('.panel')).toHaveCount(0);
  expect(heard).toEqual([]);
});
