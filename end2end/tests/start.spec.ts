// A week begins with what was chosen of the week before, or of a template; the same
// story with our program in the browser and without it.

import { expect, test, type Page } from '@playwright/test';
import { complaints, fitsCleanly, open, signIn } from './office';

async function create(page: Page, at: string, content: string, kind: string, start: string, end: string) {
  await open(page, at);
  await page.fill('#content', content);
  await page.selectOption('#kind', kind);
  await page.fill('#start', start);
  await page.fill('#end', end);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('.board .card', { hasText: content }).first()).toBeVisible();
}

const line = (page: Page, content: string) => page.locator('.proposals > li', { hasText: content });

test('a week begins with last week, and a template is kept of it @plain', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  // Two weeks of its own for each way to tell the story.
  const plain = test.info().project.name === 'plain';
  const [before, week, monday, next] = plain
    ? ['2028-W20', '2028-W21', '2028-05-15', '2028-05-22']
    : ['2027-W33', '2027-W34', '2027-08-16', '2027-08-23'];
  const name = `Tuần thường ${test.info().project.name} ${Date.now() % 1_000_000}`;
  await signIn(page, 'thuky');
  await create(page, `/desk/weeks/${before}?new=${monday}.morning.1`, 'Giao ban đầu tuần', 'briefing', '7h30', '8h');
  await create(page, `/desk/weeks/${before}?new=${monday}.morning.1`, 'Họp về kè sông', 'working_meeting', '8h', '10h');
  await create(page, `/desk/weeks/${week}?new=${next}.morning.1`, 'Tiếp đoàn công tác', 'guest_reception', '9h', '11h');

  await open(page, `/desk/weeks/${week}`);
  await page.getByRole('link', { name: 'Bắt đầu tuần' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bắt đầu tuần');
  await expect(line(page, 'Giao ban đầu tuần').getByRole('checkbox')).toBeChecked();
  await expect(line(page, 'Họp về kè sông').getByRole('checkbox')).not.toBeChecked();
  await expect(line(page, 'Họp về kè sông')).toContainText('đã có lịch 09:00-11:00 (Tiếp đoàn công tác)');
  await line(page, 'Họp về kè sông').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Đưa vào tuần' }).click();
  await expect(page.locator('.notice')).toContainText('Số lịch đã đưa vào tuần: 1');
  await expect(page.locator('.notice')).toContainText('Chưa lấy được: 1');
  await expect(line(page, 'Giao ban đầu tuần')).toContainText('Đã có trong tuần');
  await expect(line(page, 'Họp về kè sông').getByRole('checkbox')).toBeChecked();

  await line(page, 'Giao ban đầu tuần').getByRole('checkbox').check();
  await page.getByText('Lưu các lịch đã chọn thành mẫu').click();
  await page.fill('#template_name', name);
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  await expect(page.locator('.notice', { hasText: name })).toContainText(`Đã lưu mẫu: ${name}.`);
  await expect(line(page, 'Giao ban đầu tuần').getByRole('checkbox')).toBeChecked();
  await expect(line(page, 'Họp về kè sông').getByRole('checkbox')).toBeChecked();
  await expect(page.locator('.sources').getByRole('link', { name, exact: true })).toBeVisible();
  await open(page, '/desk/templates');
  await page.locator('.requests > li', { hasText: name }).getByText('Mẫu gồm những gì').click();
  await expect(page.locator('.requests > li', { hasText: name })).toContainText('07:30 - 08:00: Giao ban đầu tuần');
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Xóa mẫu' }).click();
  await expect(page.locator('.requests > li', { hasText: name })).toHaveCount(0);

  await open(page, `/desk/weeks/${week}`);
  await expect(page.locator('.board .card', { hasText: 'Giao ban đầu tuần' }).first()).toBeVisible();
  expect(heard.filter((text) => !text.includes('422') && !text.includes('409'))).toEqual([]);
});

test('a beginning is taken back @plain', async ({ page }) => {
  const heard = complaints(page);
  const plain = test.info().project.name === 'plain';
  // Weeks of its own: what begins is what was planned here.
  const [before, week, monday] = plain
    ? ['2028-W01', '2028-W02', '2028-01-03']
    : ['2028-W22', '2028-W23', '2028-05-29'];
  await signIn(page, 'thuky');
  await create(page, `/desk/weeks/${before}?new=${monday}.morning.1`, 'Giao ban đầu năm', 'briefing', '7h30', '8h');
  await open(page, `/desk/weeks/${week}/start`);
  await page.getByRole('button', { name: 'Đưa vào tuần' }).click();
  const card = page.locator('.board .card', { hasText: 'Giao ban đầu năm' });
  await expect(card.first()).toBeVisible();
  await page.locator('.toast').getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.locator('.toast')).toContainText('Đã bỏ lịch vừa đưa vào.');
  await expect(card).toHaveCount(0);
  expect(heard).toEqual([]);
});

test('beginnings are clean for axe and fit a narrow screen', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  await signIn(page, 'chanhvanphong');
  await fitsCleanly(page, ['/desk/weeks/2026-W50/start?from=2026-W49&tick=all', '/desk/templates']);
  expect(heard).toEqual([]);
});
