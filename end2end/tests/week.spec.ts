// The whole story of a week: nine departments ask, the board is built, conflicts are
// settled, the week is submitted, approved, published, adjusted three times and compared;
// and the same way by keyboard alone.

import { type APIRequestContext, expect, type Locator, type Page, test } from '@playwright/test';
import { another, complaints, open, PASSWORD, signIn, taken } from './office';

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'told without our program in story.spec.ts');

const WEEK = '2027-W48';
const board = `/desk/weeks/${WEEK}`;
const tray = `/desk/requests?week=${WEEK}`;

/** Who asks for what: chair by precedence, room by its place in the list (0: none). */
const wishes = [
  { who: 'stc', content: 'Xem xét phương án điều hành ngân sách', chair: 2, day: '2027-12-01', at: '8h', minutes: 150, room: 1 },
  { who: 'skhcn', content: 'Dự thảo Đề án đô thị thông minh', chair: 1, day: '2027-11-30', at: '14h', minutes: 90, room: 2 },
  { who: 'sxd', content: 'Điểm lại các dự án trọng điểm', chair: 3, day: '2027-12-01', at: '8h30', minutes: 120, room: 1 },
  { who: 'syt', content: 'Ban Chỉ đạo chăm sóc sức khỏe nhân dân', chair: 5, day: '2027-12-02', at: '14h', minutes: 120, room: 3 },
  { who: 'snv', content: 'Tổng kết cải cách hành chính', chair: 2, day: '2027-12-03', at: '8h', minutes: 180, room: 4 },
  { who: 'sdttg', content: 'Gặp mặt chức sắc tiêu biểu', chair: 5, day: '2027-12-03', at: '14h', minutes: 60, room: 0 },
  { who: 'sct', content: 'Chuẩn bị hàng hóa dịp lễ', chair: 3, day: '2027-11-30', at: '8h', minutes: 60, room: 0 },
  { who: 'snnmt', content: 'Bảo đảm nước ngọt trên đảo', chair: 4, day: '2027-12-02', at: '9h', minutes: 90, room: 0 },
  { who: 'sgddt', content: 'Xin phỏng vấn chuyên đề', chair: 1, day: '2027-12-02', at: '15h', minutes: 60, room: 0 },
];

const card = (page: Page, text: string) => page.locator('.board .card', { hasText: text });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A department asks as a browser without our program would. */
async function asks(request: APIRequestContext, page: Page, wish: (typeof wishes)[number]) {
  const choice = (field: string, at: number) => page.locator(`#${field} option`).nth(at).getAttribute('value');
  const form = {
    deed: 'request.register',
    content: wish.content,
    chair: (await choice('chair', wish.chair)) ?? '',
    date: wish.day,
    start: wish.at,
    minutes: String(wish.minutes),
    room: wish.room ? ((await choice('room', wish.room)) ?? '') : '',
  };
  const email = `${wish.who}@minhgiang.example`;
  await request.post('/sign-in', { form: { email, password: PASSWORD } });
  const answer = await request.post('/desk/requests?new', { form, maxRedirects: 0 });
  expect(answer.status(), wish.content).toBe(303);
}

async function step(page: Page, name: string, state: string) {
  await open(page, board);
  await button(page, name).click();
  await expect(page.locator('.badge', { hasText: state })).toBeVisible();
}

async function published(secretary: Page, chief: Page) {
  await step(secretary, 'Trình duyệt', 'Đã trình duyệt');
  await step(chief, 'Duyệt', 'Đã duyệt');
  await open(chief, `${board}/review`);
  // An adjustment owes a reason.
  if (await chief.locator('#reason').count()) await chief.fill('#reason', 'Theo lịch mới');
  await button(chief, 'Phát hành').click();
  await expect(chief).toHaveURL(new RegExp(`${board}(\\?|$)`));
}

async function change(page: Page, content: string, fields: Record<string, string>) {
  await open(page, board);
  await card(page, content).click();
  await expect(page.locator('#content')).toHaveValue(content);
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
  await button(page, 'Lưu').click();
  await expect(page.locator('.panel')).toHaveCount(0);
}

test('nine departments ask, and a week is built, published, adjusted and compared', async ({ page, browser, playwright, baseURL }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'thuky');
  const chief = await another(browser, 'chanhvanphong');

  // One officer uses a phone, the others send the plain form.
  const officer = await another(browser, 'sotaichinh');
  await officer.setViewportSize({ width: 390, height: 844 });
  await open(officer, '/desk/requests?new');
  for (const wish of wishes.slice(1)) {
    const request = await playwright.request.newContext({ baseURL });
    await asks(request, officer, wish);
    await request.dispose();
  }
  const [own] = wishes;
  await officer.fill('#content', own.content);
  await officer.selectOption('#chair', { index: own.chair });
  await officer.fill('#date', own.day);
  await officer.fill('#start', own.at);
  await officer.fill('#minutes', String(own.minutes));
  await officer.selectOption('#room', { index: own.room });
  await officer.getByRole('button', { name: 'Gửi đăng ký' }).click();
  const answer = officer.locator('.requests > li', { hasText: own.content });
  await expect(answer).toContainText('Chờ xếp lịch');

  // The tray: what fits is put on the board, what collides takes a free time, one is refused.
  await open(page, tray);
  await expect(page.locator('.requests > li')).toHaveCount(wishes.length);
  for (const wish of wishes) {
    await page.locator('.requests > li', { hasText: wish.content }).getByRole('link').first().click();
    await expect(page.locator('aside.panel')).toContainText(wish.content);
    if (wish.who === 'sgddt') {
      await page.getByRole('link', { name: 'Từ chối' }).click();
      await page.fill('#reason', 'Chuyển người phát ngôn');
      await page.getByRole('button', { name: 'Từ chối' }).click();
    } else {
      if (wish.who === 'sxd') {
        await expect(page.locator('.slots .clash')).toContainText('Phòng họp A đã dùng 08:00-10:30');
        await page.locator('.free-times a').first().click();
        await expect(page.locator('.free-times a[aria-current]')).toHaveCount(1);
      }
      await button(page, 'Xếp lịch').click();
      await expect(page).toHaveURL(/saved=/);
    }
    await expect(page.locator('.notice', { hasText: `Đã lưu: ${wish.content}` })).toBeVisible();
    // What was answered leaves the list; only then does the next row stand still.
    await expect(page.locator('.requests > li', { hasText: wish.content })).toHaveCount(0);
  }
  await expect(answer).toContainText('Đã xếp lịch');

  // The board: all but the refused one; one of them is for everybody to read.
  await open(page, board);
  await expect(page.locator('.board .card')).toHaveCount(wishes.length - 1);
  await card(page, own.content).click();
  await page.locator('label:has([name=visibility][value=public])').click();
  await button(page, 'Lưu').click();
  await expect(page.locator('.panel')).toHaveCount(0);
  await published(page, chief);

  // Three adjustments.
  await change(page, own.content, { start: '9h', end: '11h30', reason: 'Chủ tịch dự họp Tỉnh ủy' });
  await published(page, chief);
  await change(page, own.content, { place: 'Hội trường', reason: 'Thêm đại biểu' });
  await published(page, chief);
  await open(page, board);
  await card(page, own.content).click();
  await page.getByRole('link', { name: 'Hoãn', exact: true }).click();
  await page.fill('#reason', 'Chờ ý kiến Bộ Tài chính');
  await button(page, 'Hoãn').click();
  await expect(page.locator('.panel')).toHaveCount(0);
  await published(page, chief);

  const reader = await (await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' })).newPage();
  await reader.goto(`/weeks/${WEEK}`);
  await expect(reader.locator('.edition')).toContainText('Điều chỉnh lần 3');
  await expect(reader.locator('.entry')).toHaveCount(1);
  await reader.goto(`/weeks/${WEEK}/changes`);
  for (const why of ['Chủ tịch dự họp Tỉnh ủy', 'Thêm đại biểu', 'Chờ ý kiến Bộ Tài chính']) {
    await expect(reader.locator('main')).toContainText(why);
  }
  await reader.getByLabel('So sánh bản').fill('3');
  await reader.getByLabel('với bản').fill('1');
  await reader.getByRole('button', { name: 'So sánh' }).click();
  await expect(reader.locator('main')).toContainText('Hội trường');
  await expect(reader.locator('main')).not.toContainText('Chờ ý kiến Bộ Tài chính');

  const leader = await another(browser, 'pcttt');
  await leader.setViewportSize({ width: 390, height: 844 });
  await open(leader, `/my?week=${WEEK}`);
  await expect(leader.locator('main')).toContainText('Tổng kết cải cách hành chính');
  for (const other of [chief, officer, reader, leader]) await other.context().close();
});

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, goal: Locator) {
  await expect(goal).toBeVisible();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${goal}`);
}

async function signInByKeyboard(page: Page, name: string) {
  await page.goto('/sign-in');
  await tabTo(page, page.locator('#email'));
  await page.keyboard.type(`${name}@minhgiang.example`);
  await tabTo(page, page.locator('#password'));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/sign-in/);
}

async function press(page: Page, name: string) {
  await tabTo(page, button(page, name));
  await page.keyboard.press('Enter');
}

test('a week goes from the first entry to published by keyboard alone', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const heard = complaints(page);
  const week = '/desk/weeks/2027-W50';
  await signInByKeyboard(page, 'thuky');
  await open(page, week);
  await page.keyboard.press('n');
  await tabTo(page, page.locator('#content'));
  await page.keyboard.type('Họp rà soát quy hoạch cảng biển');
  for (const [field, value] of [
    ['#start', '8h'],
    ['#end', '9h30'],
  ]) {
    await tabTo(page, page.locator(field));
    await page.keyboard.type(value);
  }
  const role = page.locator('[name^="leader-"]').first();
  await tabTo(page, role);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+s');
  await expect(card(page, 'Họp rà soát quy hoạch cảng biển')).toBeVisible();

  // The card says what it is without being seen: time, content, leader.
  const named = page.getByRole('link', { name: /08:00.*Họp rà soát quy hoạch cảng biển.*Chủ tịch Đặng Hữu Khiêm/ });
  await tabTo(page, named);
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toast')).toContainText('Đã chuyển');
  await press(page, 'Trình duyệt');
  await expect(page.locator('.badge', { hasText: 'Đã trình duyệt' })).toBeVisible();

  const chief = await (await browser.newContext({ ...test.info().project.use })).newPage();
  await signInByKeyboard(chief, 'chanhvanphong');
  await open(chief, week);
  await press(chief, 'Duyệt');
  await expect(chief.locator('.badge', { hasText: 'Đã duyệt' })).toBeVisible();
  await tabTo(chief, chief.getByRole('link', { name: 'Xem thay đổi và phát hành' }));
  await chief.keyboard.press('Enter');
  await expect(chief).toHaveURL(/review/);
  await taken(chief);
  await press(chief, 'Phát hành');
  await expect(chief.locator('.edition')).toContainText('Phát hành lần đầu');
  expect(heard).toEqual([]);
  await chief.context().close();
});
