// Many hands at one week: what one person does, the others see without asking; and
// nobody loses what they typed. Each story builds in a week of its own.

import { expect, type Page, test } from '@playwright/test';
import { another, complaints, open, signIn } from './office';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'needs our program');

const card = (page: Page, text: string) => page.locator('.board .card', { hasText: text });
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true });
const here = (page: Page) => page.locator('.here li');

async function create(page: Page, at: string, content: string, start: string, end: string) {
  await open(page, at);
  await page.fill('#content', content);
  await page.fill('#start', start);
  await page.fill('#end', end);
  await save(page).click();
  await expect(card(page, content)).toBeVisible();
}

/** Counts loads of the page: what appears must come without one. */
async function loads(page: Page) {
  return page.evaluate(() => performance.getEntriesByType('navigation')[0].startTime + performance.timeOrigin);
}

test('who is on the week is seen, and what they do appears', async ({ page, browser }) => {
  const heard = complaints(page);
  const week = '/desk/weeks/2027-W30';
  await signIn(page, 'thuky');
  await create(page, `${week}?new=2027-07-27.morning.1`, 'Họp về rừng phòng hộ', '8h', '9h');
  await expect(here(page)).toHaveCount(0);
  const loaded = await loads(page);

  const chief = await another(browser, 'chanhvanphong');
  await open(chief, week);
  await expect(here(page)).toHaveText([/Mạc Đăng Thuận/]);
  await expect(here(chief)).toHaveText([/Lã Minh Quân/]);

  await create(chief, `${week}?new=2027-07-28.morning.2`, 'Họp về thủy lợi', '8h', '9h');
  await expect(card(page, 'Họp về thủy lợi')).toBeVisible();
  await expect(card(page, 'Họp về thủy lợi')).toHaveAttribute('data-fresh', '');

  // One's own last deed is undone all the same.
  await card(page, 'Họp về rừng phòng hộ').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(card(page, 'Họp về rừng phòng hộ')).toContainText('09:15');
  await create(chief, `${week}?new=2027-07-29.morning.2`, 'Họp về hồ chứa', '8h', '9h');
  await expect(card(page, 'Họp về hồ chứa')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(card(page, 'Họp về rừng phòng hộ')).toContainText('09:00');
  await expect(card(chief, 'Họp về rừng phòng hộ')).toContainText('09:00');

  await chief.context().close();
  await expect(here(page)).toHaveCount(0);
  expect(await loads(page)).toBe(loaded);
  expect(heard).toEqual([]);
});

test('both versions of an entry are shown and joined while one is still typing', async ({ page, browser }) => {
  const heard = complaints(page);
  const week = '/desk/weeks/2027-W31';
  await signIn(page, 'thuky');
  await create(page, `${week}?new=2027-08-03.morning.1`, 'Họp về cảng cá', '8h', '9h');
  await card(page, 'Họp về cảng cá').click();
  await page.fill('#participants', 'Sở Nông nghiệp và Môi trường');
  await page.fill('#place', 'Cảng Lạch Vân');

  const chief = await another(browser, 'chanhvanphong');
  await open(chief, week);
  await card(chief, 'Họp về cảng cá').click();
  await chief.fill('#place', 'Hội trường');
  await chief.fill('#end', '9h30');
  await save(chief).click();
  await expect(card(chief, 'Họp về cảng cá')).toContainText('09:30');

  const both = page.locator('.newer');
  await expect(both.getByRole('row', { name: /Địa điểm/ })).toContainText('Hội trường');
  await expect(both.getByRole('row', { name: /Địa điểm/ })).toContainText('Cảng Lạch Vân');
  await expect(both.getByRole('row', { name: /Giờ kết thúc/ })).toContainText('09:30');
  await expect(page.locator('#participants')).toHaveValue('Sở Nông nghiệp và Môi trường');

  await both.getByRole('button', { name: 'Gộp' }).click();
  await expect(both).toHaveCount(0);
  await expect(page.locator('#place')).toHaveValue('Cảng Lạch Vân');
  await expect(page.locator('#end')).toHaveValue('09:30');
  await expect(page.locator('#participants')).toHaveValue('Sở Nông nghiệp và Môi trường');
  await save(page).click();
  await expect(card(chief, 'Họp về cảng cá')).toContainText('Cảng Lạch Vân');
  await expect(card(chief, 'Họp về cảng cá')).toContainText('09:30');
  expect(heard).toEqual([]);
  await chief.context().close();
});

test('an entry that somebody removed is told with who and when, and nothing typed is lost', async ({ page, browser }) => {
  const week = '/desk/weeks/2028-W39';
  await signIn(page, 'thuky');
  await create(page, `${week}?new=2028-09-26.morning.1`, 'Họp về bãi rác', '8h', '9h');
  await card(page, 'Họp về bãi rác').click();
  await page.fill('#participants', 'Sở Xây dựng');
  const chief = await another(browser, 'chanhvanphong');
  await open(chief, week);
  await card(chief, 'Họp về bãi rác').click();
  await chief.locator('.panel a', { hasText: 'Xóa' }).click();
  await chief.locator('.panel button', { hasText: 'Xóa' }).click();
  await expect(card(page, 'Họp về bãi rác')).toHaveCount(0);
  await save(page).click();
  await expect(page.locator('.panel [role=alert]')).toContainText(/đã xóa lịch này lúc \d\d:\d\d/);
  await expect(page.locator('#participants')).toHaveValue('Sở Xây dựng');
  await chief.context().close();
});

test('a request is in the tray when it is sent, and its answer with the officer at once', async ({ page, browser }) => {
  const content = `Họp về nước sạch ${Date.now() % 1_000_000}`;
  await signIn(page, 'thuky');
  await open(page, '/desk/requests?week=2027-W32');
  const officer = await another(browser, 'soxaydung');
  await open(officer, '/desk/requests?new');
  await officer.fill('#content', content);
  await officer.fill('#purpose', 'Xin ý kiến chỉ đạo');
  await officer.selectOption('#chair', { index: 1 });
  await officer.fill('#date', '2027-08-10');
  await officer.fill('#start', '8h');
  await officer.fill('#minutes', '60');
  await officer.getByRole('button', { name: 'Gửi đăng ký' }).click();

  const waiting = page.locator('.requests > li', { hasText: content });
  await expect(waiting).toBeVisible();
  await waiting.getByRole('link', { name: content }).click();
  await page.getByRole('link', { name: 'Trả lại' }).click();
  await page.fill('#reason', 'Cần nêu rõ thành phần');
  await page.getByRole('button', { name: 'Trả lại' }).click();

  await expect(officer.locator('.requests > li', { hasText: content })).toContainText('Cần nêu rõ thành phần');
  await officer.context().close();
});
