// Units, persons, positions and the journal: the same stories with our program in
// the browser and without it.

import { expect, test, type Page } from '@playwright/test';
import { complaints, fitsCleanly, open, signIn } from './office';

const unique = () => `${test.info().project.name}${Date.now() % 1_000_000}`;

test('a unit is added, ended, and found among what has ended @plain', async ({ page }) => {
  const code = unique().toUpperCase();
  const name = `Trung tâm Thử nghiệm ${code}`;
  await signIn(page, 'thuky');
  await open(page, '/desk/people');
  await page.getByRole('link', { name: 'Thêm đơn vị' }).click();
  const panel = page.locator('aside.panel');
  await panel.locator('#name').fill(name);
  await panel.locator('#code').fill('STC');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(panel.locator('#code-error')).toHaveText('Đã có nơi khác dùng giá trị này.');
  await expect(panel.locator('#name')).toHaveValue(name);

  await panel.locator('#code').fill(code);
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.notice')).toContainText(`Đã lưu: ${name}`);
  await expect(panel).toHaveCount(0);

  await page.locator('.tree').getByRole('link', { name, exact: true }).click();
  await panel.locator('#to').fill('2026-12-01');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.tree').getByRole('link', { name, exact: true })).toHaveCount(0);
  await page.getByLabel('Tìm theo tên').fill(code);
  await page.getByLabel('Cả mục đã kết thúc').check();
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page).toHaveURL(/ended=on/);
  await expect(page.locator('.node[data-ended]')).toContainText(name);
  await expect(page.locator('.node[data-ended] .badge')).toHaveText('Đã kết thúc');
});

test('two secretaries edit one person: the later one sees what changed @plain', async ({ page, browser }) => {
  await signIn(page, 'thuky');
  await open(page, '/desk/people/persons?q=hua+van+canh');
  await page.getByRole('link', { name: 'Hứa Văn Cảnh', exact: true }).click();
  const panel = page.locator('aside.panel');
  await expect(panel.locator('#name')).toHaveValue('Hứa Văn Cảnh');
  const mine = `Nhiệm vụ ${unique()}`;
  await panel.locator('#duties').fill(mine);

  const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(other, 'chanhvanphong');
  await other.goto(page.url());
  const phone = `0900 ${unique()}`;
  await other.locator('#phone').fill(phone);
  await other.locator('aside.panel').getByRole('button', { name: 'Lưu' }).click();
  await other.context().close();

  await panel.getByRole('button', { name: 'Lưu' }).click();
  const stale = panel.locator('.stale');
  await expect(stale).toContainText('Mạc Đăng Thuận đã sửa');
  await expect(stale.locator('ins')).toContainText(phone);
  await expect(panel.locator('#duties')).toHaveValue(mine);
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.locator('.notice')).toContainText('Đã lưu: Hứa Văn Cảnh');
});

test('the list follows each letter', async ({ page }) => {
  await signIn(page, 'thuky');
  await open(page, '/desk/people/persons');
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const all = await page.locator('tbody tr').count();
  await page.getByLabel('Tìm theo tên').pressSequentially('ta thi');
  await expect(page.locator('tbody tr')).toHaveCount(1);
  expect(all).toBeGreaterThan(10);
  await expect(page.locator('tbody')).toContainText('Tạ Thị Minh Nguyệt');
  await page.getByLabel('Tìm theo tên').fill('không ai cả');
  await expect(page.locator('.state h2')).toHaveText('Không có mục nào khớp.');
});

test('the Chief of Office assigns a secretary and reads it in the journal @plain', async ({ page }) => {
  await signIn(page, 'chanhvanphong');
  await open(page, '/desk/people/positions');
  await page.getByRole('link', { name: 'Phó Chánh Văn phòng' }).first().click();
  const section = page.locator('aside.panel section');
  const options = section.locator('#secretary option');
  const secretary = await options.nth(test.info().project.name === 'plain' ? 1 : 2).textContent();
  await section.locator('#secretary').selectOption({ label: secretary ?? '' });
  await section.getByRole('button', { name: 'Phân công' }).click();
  await expect(page.locator('.notice')).toContainText('Đã lưu');
  await open(page, '/desk/journal?about=serving');
  await expect(page.locator('.journal > li').first()).toContainText('phân công thư ký phục vụ');
  await expect(page.locator('.journal ins').first()).toHaveText(secretary?.split(',')[0] ?? '');
});

test('whoever may not change the lists is told who does @plain', async ({ page }) => {
  await signIn(page, 'quantri');
  await page.waitForURL('**/desk/settings');
  for (const path of ['/desk/people', '/desk/people/persons', '/desk/people/positions']) {
    await open(page, path);
    await expect(page.getByText('Thư ký và Chánh Văn phòng sửa danh sách này.')).toBeVisible();
    await expect(page.locator('main').getByRole('link', { name: 'Sửa' })).toHaveCount(0);
    await expect(page.locator('thead th', { hasText: 'Việc' })).toHaveCount(0);
    const heads = await page.locator('thead th').count();
    const cells = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.children.length));
    expect(cells.every((count) => count === heads), path).toBe(true);
  }
});

test('people and journal are clean for axe and fit a narrow screen', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signIn(page, 'chanhvanphong');
  await fitsCleanly(page, [
    '/desk/people?ended=on',
    '/desk/people?new',
    '/desk/people/persons?edit=1',
    '/desk/people/positions?edit=1',
    '/desk/journal',
  ]);
  expect(heard).toEqual([]);
});
