// Requests for the leaders' calendar: a department asks, the Office answers; the
// same stories with our program in the browser and without it.

import { expect, test, type Page } from '@playwright/test';
import { another, complaints, fitsCleanly, open, signIn } from './office';

const unique = () => `${test.info().project.name} ${Date.now() % 1_000_000}`;

/** An officer fills in a request for a week of which nobody else's stories know. */
async function asks(page: Page, content: string, date: string, start: string) {
  await open(page, '/desk/requests?new');
  const panel = page.locator('aside.panel');
  await panel.locator('#content').fill(content);
  await panel.locator('#chair').selectOption({ index: 2 });
  await panel.locator('#date').fill(date);
  await panel.locator('#start').fill(start);
  await panel.locator('#minutes').fill('60');
  await panel.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(page.locator('.notice')).toContainText(`Đã lưu: ${content} (Chờ xếp lịch)`);
}

test('a department asks, completes, and sees it on its way to the board @plain', async ({ page, browser }) => {
  const content = `Rà soát dự toán ${unique()}`;
  const hour = test.info().project.name === 'plain' ? '8h' : '9h30';
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'sotaichinh');
  await open(page, '/desk/requests?new');
  const panel = page.locator('aside.panel');
  await panel.locator('#content').fill(content);
  await panel.locator('#minutes').fill('5');
  await panel.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(panel.locator('#minutes-error')).toHaveText('Cần một số từ 15 đến 720.');
  await expect(panel.locator('#chair-error')).toHaveText('Cần điền mục này.');
  await expect(panel.locator('#content')).toHaveValue(content);
  await asks(page, content, '2026-12-22', hour);

  const secretary = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(secretary, 'thuky');
  await secretary.goto('/desk/requests?week=2026-W52');
  await secretary.getByRole('link', { name: content }).click();
  await secretary.getByRole('link', { name: 'Trả lại' }).click();
  await secretary.locator('#reason').fill('Bổ sung thành phần mời');
  await secretary.getByRole('button', { name: 'Trả lại' }).click();

  await open(page, '/desk/requests');
  const card = page.locator('.requests > li', { hasText: content });
  await expect(card).toContainText('Bổ sung thành phần mời');
  await expect(card.locator('.badge').first()).toHaveText('Đã trả lại');
  await card.getByRole('link').click();
  await panel.locator('#participants').fill('Lãnh đạo các Sở');
  await panel.getByRole('button', { name: 'Gửi lại' }).click();
  await expect(page.locator('.notice')).toContainText('(Chờ xếp lịch)');

  await secretary.goto('/desk/requests?week=2026-W52');
  await secretary.getByRole('link', { name: content }).click();
  await secretary.getByRole('button', { name: 'Xếp lịch' }).click();
  await expect(secretary.locator('.notice')).toContainText('(Đã xếp lịch)');
  await secretary.goto('/desk/weeks/2026-W52');
  await expect(secretary.getByText(content).first()).toBeVisible();
  await secretary.context().close();
  await open(page, '/desk/requests');
  await expect(card.locator('.badge').first()).toHaveText('Đã xếp lịch');
});

test('what collides is said in words and the request waits on @plain', async ({ page, browser }) => {
  const [first, second] = [`Họp trước ${unique()}`, `Họp sau ${unique()}`];
  const date = test.info().project.name === 'plain' ? '2026-12-23' : '2026-12-24';
  const officer = await another(browser, 'soxaydung');
  await asks(officer, first, date, '14h');
  await asks(officer, second, date, '14h30');
  await officer.context().close();

  await signIn(page, 'thuky');
  await open(page, '/desk/requests?week=2026-W52');
  await page.getByRole('link', { name: first }).click();
  const panel = page.locator('aside.panel');
  await expect(panel.locator('.notice')).toContainText(second);
  await panel.getByRole('button', { name: 'Xếp lịch' }).click();
  await expect(page.locator('.notice').first()).toContainText(`${first} (Đã xếp lịch)`);
  await page.getByRole('link', { name: second }).click();
  await expect(panel.locator('.slots .clash').first()).toContainText('đã có lịch 14:00-15:00');
  await panel.getByRole('button', { name: 'Xếp lịch' }).click();
  await expect(panel.locator('.form .notice').first()).toContainText('trùng với lịch khác');
  await panel.locator('#start').fill('15h');
  await panel.getByRole('button', { name: 'Xếp lịch' }).click();
  await expect(page.locator('.notice').first()).toContainText(`${second} (Đã xếp lịch)`);
});

test('a time is judged by clock and midnight, and told with a year that is not this one @plain', async ({ page, browser }) => {
  const content = `Nhìn lại nhiệm kỳ ${unique()}`;
  await signIn(page, 'sotaichinh');
  await open(page, '/desk/requests?new');
  const panel = page.locator('aside.panel');
  await expect(panel.locator('#part')).not.toHaveAttribute('required');
  await panel.locator('#content').fill(content);
  await panel.locator('#chair').selectOption({ index: 2 });
  await panel.locator('#minutes').fill('15');
  for (const [date, start, problem] of [
    ['2026-12-04', '8h', 'Giờ này đã qua.'],
    ['2030-12-18', '23h50', 'Phải kết thúc trước 24:00; hãy bắt đầu sớm hơn hoặc rút ngắn.'],
    ['2030-12-18', '25h99', 'Không phải giờ; ví dụ: 8h30 hoặc 14:00.'],
  ]) {
    await panel.locator('#date').fill(date);
    await panel.locator('#start').fill(start);
    await panel.getByRole('button', { name: 'Gửi đăng ký' }).click();
    await expect(panel.locator('#start-error')).toHaveText(problem);
    await expect(panel.locator('#part-error')).toHaveCount(0);
  }
  await asks(page, content, '2030-12-18', '8h');
  const card = page.locator('.requests > li', { hasText: content });
  await expect(card).toContainText('T4 18/12/2030, 08:00 - 09:00');

  const secretary = await another(browser, 'thuky');
  await secretary.goto('/desk/requests?week=2030-W51');
  await expect(secretary.locator('nav.segment a', { hasText: 'Tuần 51/2030' })).toBeVisible();
  await secretary.context().close();
  await card.getByRole('link').click();
  await panel.getByRole('link', { name: 'Rút đăng ký' }).click();
  await panel.getByRole('button', { name: 'Rút đăng ký' }).click();
  await expect(page.locator('.notice')).toContainText('(Đã rút)');
});

test('requests are clean for axe and fit a narrow screen', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  for (const [who, paths] of [
    ['soyte', ['/desk/requests', '/desk/requests?new', '/desk/requests?edit=5']],
    [
      'chanhvanphong',
      [
        '/desk/requests?week=2026-W50&state=all',
        '/desk/requests?week=2026-W50&edit=2',
        '/desk/requests?week=2026-W50&edit=2&do=merge',
        '/desk/requests?week=2026-W50&edit=2&do=return',
      ],
    ],
    ['quantri', ['/desk/settings']],
  ] as const) {
    await page.context().clearCookies();
    await signIn(page, who);
    await fitsCleanly(page, paths);
  }
  expect(heard).toEqual([]);
});
