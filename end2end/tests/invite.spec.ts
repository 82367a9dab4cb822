// People: invited, told by a numbered letter, answering on a phone, with a deputy to whom
// the chair agrees; the same story with our program in the browser and without it, in a
// week of its own.

import { expect, test, type Page } from '@playwright/test';
import { another, complaints, fitsCleanly, issuesTheLetter, open, signIn } from './office';

const PHONE = { width: 390, height: 844 };
const unique = () => `${test.info().project.name} ${Date.now() % 1_000_000}`;
const isPlain = () => test.info().project.name === 'plain';

/** A day of the week 37 of 2027, of which no other story knows. */
const day = () => (isPlain() ? '2027-09-16' : '2027-09-15');

const save = (page: Page) => page.locator('aside.panel').getByRole('button', { name: 'Lưu' }).click();

/** Somebody else sits down; a page that is still open would follow its meeting without a session. */
async function signsIn(page: Page, name: string) {
  await page.goto('about:blank');
  await page.context().clearCookies();
  await signIn(page, name);
}

/** Proposed by Finance, agreed to by the chair, put on the board; the address of its page. */
async function prepared(page: Page, content: string): Promise<string> {
  await signIn(page, 'sotaichinh');
  await open(page, '/desk/meetings?new');
  const panel = page.locator('aside.panel');
  await panel.locator('#kind').selectOption('working_meeting');
  await panel.locator('#content').fill(content);
  await panel.locator('#purpose').fill('Thống nhất kế hoạch');
  await panel.locator('#chair').selectOption({ label: 'PCT Thường trực Tạ Thị Minh Nguyệt' });
  await panel.locator('#date').fill(day());
  await panel.locator('#start').fill('8h30');
  await panel.locator('#minutes').fill('90');
  await save(page);
  await expect(page).toHaveURL(/\/desk\/meetings\/\d+$/);
  const address = new URL(page.url()).pathname;
  await signsIn(page, 'pcttt');
  await open(page, address);
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await expect(page.locator('.meeting .stands .badge').first()).toHaveText('Chờ xếp lịch');
  await signsIn(page, 'thuky');
  await open(page, `${address}?do=place`);
  await page.locator('#room').selectOption({ index: 3 });
  await save(page);
  await expect(page.locator('.meeting .stands .badge').first()).toHaveText('Đang chuẩn bị');
  return address;
}

/** Two departments and a guest are invited, the letter is written and issued. */
async function issued(page: Page, address: string) {
  await open(page, `${address}?do=invite`);
  const panel = page.locator('aside.panel');
  await save(page);
  await expect(panel.locator('#invited_units-error')).toHaveText('Cần điền mục này.');
  await panel.getByLabel('Sở Y tế', { exact: true }).check();
  await panel.getByLabel('Sở Tài chính', { exact: true }).check();
  await save(page);
  await expect(page.locator('.invitees .name')).toHaveText(['Sở Tài chính', 'Sở Y tế'], { useInnerText: true });

  await open(page, `${address}?do=guest`);
  await panel.locator('#guest_name').fill('Lê Văn Khách');
  await panel.locator('#guest_title').fill('Giám đốc Công ty Lam Giang');
  await save(page);
  await expect(panel.locator('#email-error')).toHaveText('Cần thư điện tử hoặc điện thoại để gửi giấy mời.');
  await panel.locator('#guest_phone').fill('0912 345 678');
  await save(page);
  await expect(page.locator('.invitees .name')).toHaveCount(3);
  await expect(page.locator('.invitees .badge', { hasText: 'Chưa gửi giấy mời' })).toHaveCount(3);
  await expect(page.locator('.tally dd')).toHaveText(['3', '0', '0', '0', '0', '3']);
  await expect(page.locator('.invitation .notice')).toContainText('yêu cầu cụ thể');

  await open(page, `${address}?do=letter`);
  await panel.locator('#requirements').fill('Sở Tài chính gửi báo cáo trước ngày 13/09/2027');
  await panel.locator('#contact_phone').fill('(0200) 3.000.214');
  await save(page);
  await issuesTheLetter(page);
  await expect(page.locator('.invitation .badge').first()).toHaveText('Đã phát hành');
  await expect(page.locator('.meeting .stands .badge').first()).toHaveText('Đã triệu tập');
  await expect(page.locator('.tally dd')).toHaveText(['3', '0', '0', '0', '3']);
}

/** The button beside the letter puts nothing else on paper; printing the page does. */
async function printsTheLetterAlone(page: Page) {
  await page.locator('.invitation summary', { hasText: 'Xem nội dung giấy mời' }).click();
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.locator('.invitation').getByRole('button', { name: 'In', exact: true }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.letter')).toBeVisible();
  await expect(page.locator('h1')).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('h1')).toBeVisible();
  await page.emulateMedia({ media: null });
}

/** The list of the own invitations leads to the one about `content`. */
async function opens(page: Page, content: string) {
  await page.setViewportSize(PHONE);
  await open(page, '/desk/invitations');
  await page.getByRole('link', { name: content }).click();
  await expect(page.locator('h1')).toHaveText(content);
}

test('a department answers on a phone and sends a deputy to whom the chair agrees @plain', async ({ page, browser }) => {
  test.slow();
  const heard = complaints(page);
  const content = `Họp kế hoạch đầu tư ${unique()}`;
  const address = await prepared(page, content);
  await issued(page, address);
  if (test.info().project.name !== 'plain') await printsTheLetterAlone(page);

  const health = await another(browser, 'soyte');
  await opens(health, content);
  await expect(health.locator('.letter')).toContainText('Số: ');
  await expect(health.locator('.letter')).toContainText('Chủ trì: Tạ Thị Minh Nguyệt');
  await health.getByRole('button', { name: 'Xin cử người dự thay' }).click();
  await expect(health.locator('#coming-error')).toHaveText('Cần điền mục này.');
  await health.locator('#coming').fill('Lê Thị Phó');
  await health.locator('#reason').fill('Giám đốc đi công tác');
  await health.getByRole('button', { name: 'Xin cử người dự thay' }).click();
  await expect(health.locator('#coming-error')).toContainText('Lê Thị Phó');
  await health.locator('#coming').fill('Lê Thị Phó, Phó Giám đốc Sở Y tế');
  await health.getByRole('button', { name: 'Xin cử người dự thay' }).click();
  await expect(health.locator('.invitees .badge').first()).toHaveText('Chờ đồng ý người dự thay');

  const finance = await another(browser, 'sotaichinh');
  await opens(finance, content);
  await finance.locator('#coming').fill('Hoàng Trọng Duyệt, Giám đốc\nMai Văn Kế, Trưởng phòng');
  await finance.getByRole('button', { name: 'Xác nhận dự' }).click();
  await expect(finance.locator('.invitees .comes')).toContainText('Mai Văn Kế, Trưởng phòng');
  await finance.context().close();

  const chair = await another(browser, 'pcttt');
  await chair.setViewportSize(PHONE);
  await open(chair, '/desk/invitations');
  await chair.getByRole('link', { name: content }).click();
  await chair.getByRole('link', { name: 'Cho ý kiến: Sở Y tế' }).click();
  await chair.getByRole('button', { name: 'Không đồng ý dự thay' }).click();
  await expect(chair.locator('#reason-error')).toHaveText('Cần điền mục này.');
  await chair.getByRole('button', { name: 'Đồng ý cho dự thay' }).click();
  await expect(chair.locator('.tally dd')).toHaveText(['3', '2', '0', '0', '1']);
  await expect(chair.locator('.comes', { hasText: 'Lê Thị Phó' })).toBeVisible();
  await chair.context().close();

  await open(page, address);
  const row = page.locator('.invitees > li', { hasText: 'Sở Y tế' });
  await expect(row.locator('.chain li')).toHaveCount(2);
  await expect(row.locator('.chain')).toContainText('Giám đốc đi công tác');
  await expect(row.locator('.chain')).toContainText('Tạ Thị Minh Nguyệt');

  await open(page, `${address}?do=move`);
  await page.locator('aside.panel #start').fill('9h15');
  await save(page);
  await expect(page.locator('.invitation .notice')).toContainText('09:15');
  await page.getByRole('link', { name: 'Phát hành điều chỉnh' }).click();
  await page.locator('aside.panel').getByRole('button', { name: 'Phát hành điều chỉnh' }).click();
  await expect(page.locator('.invitation > p').first()).toContainText('Điều chỉnh lần 1');
  await expect(row.locator('.badge', { hasText: 'Trả lời cho giấy mời trước điều chỉnh' })).toBeVisible();
  await opens(health, content);
  await expect(health.locator('.notice', { hasText: 'Giấy mời đã điều chỉnh' })).toContainText('09:15');
  await expect(health.locator('.letter')).toContainText('(Điều chỉnh lần 1)');
  await health.context().close();

  const stranger = await another(browser, 'soxaydung');
  const other = await stranger.goto(address.replace('meetings', 'invitations'));
  const nothing = await stranger.goto('/desk/invitations/999999');
  expect([other?.status(), nothing?.status()]).toEqual([404, 404]);
  await stranger.context().close();
  expect(heard.filter((line) => !line.includes('422') && !line.includes('409'))).toEqual([]);
});

test('the screens of invitations fit and are clean', async ({ page, browser }) => {
  await signIn(page, 'thuky');
  const panels = ['invite', 'guest', 'letter', 'issue', 'invitee&item=1'].map((deed) => `/desk/meetings/1?do=${deed}`);
  await fitsCleanly(page, ['/desk/meetings/1', ...panels, '/desk/invitations']);
  const chief = await another(browser, 'chanhvanphong');
  await fitsCleanly(chief, ['/desk/invitations', '/desk/invitations/2']);
  await chief.context().close();
  const officer = await another(browser, 'sotaichinh');
  await fitsCleanly(officer, ['/desk/invitations', '/desk/invitations/1']);
  await officer.context().close();
});
