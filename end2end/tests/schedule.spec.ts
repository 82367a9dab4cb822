// The board and its form: what a secretary does all day, with our program in the browser, and the
// same without it (@plain). Each story builds in a week of its own.

import { expect, type Page, test } from '@playwright/test';
import { another, complaints, signIn } from './office';

const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true });
const card = (page: Page, text: string) => page.locator('.card', { hasText: text });

/** Waits until our program has taken the board over, where there is one. */
async function taken(page: Page) {
  if (test.info().project.name !== 'plain') await expect(page.locator('.desk[data-live]')).toBeAttached();
}

async function fill(page: Page, content: string, start: string, end: string) {
  await page.fill('#content', content);
  await page.fill('#start', start);
  await page.fill('#end', end);
}

async function create(page: Page, at: string, content: string, start: string, end: string) {
  await page.goto(at);
  await taken(page);
  await fill(page, content, start, end);
  await save(page).click();
  await expect(card(page, content)).toBeVisible();
}

test.describe('with our program', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'needs our program');

  test('a conflict is said while typing, and a save can be undone', async ({ page }) => {
    const heard = complaints(page);
    const board = '/desk/weeks/2027-W15';
    await signIn(page, 'thuky');
    await create(page, `${board}?new=2027-04-13.morning.1`, 'Họp về đê điều', '8h', '10h');
    await expect(page.locator('.toast')).toContainText('Đã lưu');

    await page.goto(`${board}?new=2027-04-13.morning.1`);
    await taken(page);
    await page.fill('#start', '10h');
    await page.fill('#end', '9h');
    await expect(page.locator('#end-error')).toHaveText('Phải sau thời điểm bắt đầu.');
    await page.fill('#start', '8h30');
    await expect(page.locator('#end-error')).toHaveCount(0);
    const sentence = 'Chủ tịch Đặng Hữu Khiêm đã có lịch 08:00-10:00 (Họp về đê điều).';
    await expect(page.locator('.clash-list')).toContainText(sentence);
    await page.fill('#start', '10h');
    await page.fill('#end', '11h30');
    await expect(page.locator('.clash-list')).toHaveCount(0);
    await page.fill('#content', 'Họp về rừng');
    await page.keyboard.press('Control+s');
    await expect(card(page, 'Họp về rừng')).toContainText('10:00');

    await card(page, 'Họp về rừng').click();
    await page.fill('#place', 'Hội trường');
    await save(page).click();
    await expect(card(page, 'Họp về rừng')).toContainText('Hội trường');
    await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).click();
    await expect(page.locator('.toast')).toContainText('Đã hoàn tác');
    await expect(card(page, 'Họp về rừng')).not.toContainText('Hội trường');
    expect(heard).toEqual([]);
  });

  test('typed text survives a reload and is offered again', async ({ page }) => {
    const form = '/desk/weeks/2027-W16?new=2027-04-20.morning.1';
    await signIn(page, 'thuky');
    await page.goto(form);
    await taken(page);
    await fill(page, 'Họp dở dang', '8h', '9h');
    await page.reload();
    await taken(page);
    const offer = page.locator('.panel .notice', { hasText: 'chưa lưu' });
    await expect(offer).toBeVisible();
    await expect(page.locator('#content')).toHaveValue('');
    await page.getByRole('button', { name: 'Dùng lại' }).click();
    await expect(page.locator('#content')).toHaveValue('Họp dở dang');
    await save(page).click();
    await expect(card(page, 'Họp dở dang')).toBeVisible();
    await page.goto(form);
    await taken(page);
    await expect(page.locator('.clash-list')).toContainText('Họp dở dang');
    await expect(offer).toHaveCount(0);
  });

  test('the board is walked and opened by keyboard', async ({ page }) => {
    await signIn(page, 'thuky');
    await page.goto('/desk/weeks/2026-W49');
    await taken(page);
    await page.keyboard.press('?');
    await expect(page.locator('#keys')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('#keys')).toBeHidden();
    await page.locator('#d2026-11-30 .card').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator(':focus')).toContainText('Họp rà soát tiến độ giải ngân');
    await page.keyboard.press('Enter');
    await expect(page.locator('#content')).toHaveValue(/^Họp rà soát tiến độ giải ngân/);
    await page.keyboard.press('Escape');
    await expect(page.locator('.panel')).toHaveCount(0);
    await expect(page.locator('.card:focus')).toContainText('Họp rà soát tiến độ giải ngân');
    await page.keyboard.press('n');
    await expect(page.getByRole('heading', { name: 'Lịch mới' })).toBeVisible();
  });
});

test('two people change one entry, and nothing typed is lost @plain', async ({ page, browser }, info) => {
  const plain = info.project.name === 'plain';
  const [board, day] = plain ? ['/desk/weeks/2027-W17', '2027-04-27'] : ['/desk/weeks/2027-W18', '2027-05-04'];
  await signIn(page, 'thuky');
  await create(page, `${board}?new=${day}.afternoon.2`, 'Họp giao ban khối', '14h', '15h');
  await card(page, 'Họp giao ban khối').click();
  await expect(page.locator('#content')).toHaveValue('Họp giao ban khối');
  await page.fill('#participants', 'Các sở, ngành');

  const chief = await another(browser, 'chanhvanphong');
  await chief.goto(board);
  await taken(chief);
  await card(chief, 'Họp giao ban khối').click();
  await chief.fill('#place', 'Hội trường');
  await save(chief).click();
  await expect(card(chief, 'Họp giao ban khối')).toContainText('Hội trường');

  await save(page).click();
  await expect(page.locator('.stale')).toContainText('Mạc Đăng Thuận đã sửa lúc');
  await expect(page.locator('.stale').getByRole('row', { name: /Địa điểm/ })).toContainText('Hội trường');
  await expect(page.locator('.panel .stale')).toHaveCount(1);
  await expect(page.locator('#participants')).toHaveValue('Các sở, ngành');
  await page.getByRole('button', { name: 'Vẫn lưu bản của tôi' }).click();
  await expect(page.locator('.toast')).toContainText('Đã lưu');
  await card(page, 'Họp giao ban khối').click();
  await expect(page.locator('#participants')).toHaveValue('Các sở, ngành');
  await page.getByRole('link', { name: 'Lịch sử' }).click();
  await expect(page.locator('.history > li')).toHaveCount(3);
  await chief.context().close();
});

test('an entry is moved, postponed and resumed by short forms @plain', async ({ page }, info) => {
  const plain = info.project.name === 'plain';
  const [board, day, next] = plain
    ? ['/desk/weeks/2027-W19', '2027-05-11', '2027-05-12']
    : ['/desk/weeks/2027-W20', '2027-05-18', '2027-05-19'];
  await signIn(page, 'thuky');
  await create(page, `${board}?new=${day}.morning.3`, 'Kiểm tra công trình', '8h', '9h30');
  await card(page, 'Kiểm tra công trình').click();
  await page.getByRole('link', { name: 'Chuyển', exact: true }).click();
  await page.fill('#date', next);
  await page.locator('label:has([name=part][value=afternoon])').click();
  await page.fill('#start', '14h');
  await page.getByRole('button', { name: 'Chuyển', exact: true }).click();
  await expect(page.locator(`#d${next} .card`)).toContainText('14:00- 15:30');

  await card(page, 'Kiểm tra công trình').click();
  await page.getByRole('link', { name: 'Hoãn', exact: true }).click();
  await page.getByRole('button', { name: 'Hoãn', exact: true }).click();
  await expect(page.locator('#reason-error')).toHaveText('Cần điền mục này.');
  await page.fill('#reason', 'Mưa bão');
  await page.getByRole('button', { name: 'Hoãn', exact: true }).click();
  await expect(page.locator('.card[data-mark=postponed]')).toContainText('Kiểm tra công trình');

  await card(page, 'Kiểm tra công trình').click();
  await page.getByRole('link', { name: 'Cho diễn ra lại' }).click();
  await page.getByRole('button', { name: 'Cho diễn ra lại' }).click();
  await expect(page.locator('.toast')).toContainText('Lịch diễn ra lại');
  await expect(page.locator('.card[data-mark]')).toHaveCount(0);
});
