// The chair is away today: whoever acts answers a proposal in their place, and nobody who
// looks at it later takes it for the chair's own word; the same story with our program in
// the browser and without it.

import { expect, test, type Page } from '@playwright/test';
import { another, complaints, open, signIn } from './office';

const isPlain = () => test.info().project.name === 'plain';
const state = (page: Page) => page.locator('.meeting .stands .badge').first();

/** Two chairs, so that the two ways of the story do not meet. */
const chair = () =>
  isPlain()
    ? { id: 5, name: 'PCT Vi Thị Hoài Thu', day: '2027-02-17' }
    : { id: 3, name: 'PCT Lương Quốc Trụ', day: '2027-02-24' };

/** The Department of Finance proposes; the address of the meeting is the answer. */
async function proposed(page: Page, content: string): Promise<string> {
  await open(page, '/desk/meetings?new');
  const panel = page.locator('aside.panel');
  await panel.locator('#kind').selectOption('working_meeting');
  await panel.locator('#content').fill(content);
  await panel.locator('#purpose').fill('Thống nhất phương án');
  await panel.locator('#chair').selectOption({ label: chair().name });
  await panel.locator('#date').fill(chair().day);
  await panel.locator('#start').fill('8h30');
  await panel.locator('#minutes').fill('60');
  await panel.getByRole('button', { name: 'Lưu' }).click();
  await expect(page).toHaveURL(/\/desk\/meetings\/\d+$/);
  return new URL(page.url()).pathname;
}

/** The Chief of Office notes that the chair is on leave today, and who acts. */
async function goesAway(chief: Page) {
  const today = '2026-12-04';
  await open(chief, `/desk/weeks/2026-W49/absence?leader=${chair().id}&kind=leave&from=${today}&to=${today}`);
  for (const entry of await chief.locator('.proposals input').all()) await entry.uncheck();
  await chief.selectOption('#acting', { label: 'PCT Thường trực Tạ Thị Minh Nguyệt' });
  await chief.fill('#agreed_by', 'Chủ tịch');
  const record = chief.getByRole('button', { name: 'Ghi nhận' });
  await record.click();
  await expect(chief.locator('form.absence .notice')).toContainText('trùng với lịch khác');
  await chief.fill('#conflict_reason', 'Đã báo cáo Chủ tịch');
  await record.click();
  await expect(chief).toHaveURL(/\/desk\/weeks\/2026-W49(\?|$)/);
}

test('who acts answers in place of an absent chair @plain', async ({ page, browser }) => {
  test.slow();
  const heard = complaints(page);
  const content = `Họp phương án giá đất ${test.info().project.name} ${Date.now() % 1_000_000}`;
  await signIn(page, 'sotaichinh');
  const address = await proposed(page, content);
  await expect(state(page)).toHaveText('Chờ ý kiến chủ trì');

  const acting = await another(browser, 'pcttt');
  expect((await acting.goto(address))?.status(), 'the chair is still here').toBe(404);
  const chief = await another(browser, 'chanhvanphong');
  await goesAway(chief);
  await chief.context().close();

  await open(acting, '/desk/meetings');
  await acting.getByRole('link', { name: content }).click();
  const instead = `thay ${chair().name}, vắng từ 04/12/2026 đến 04/12/2026`;
  await expect(acting.locator('section.opinion')).toContainText(`Đồng chí trả lời ${instead}.`);
  await acting.getByRole('button', { name: 'Không họp' }).click();
  await expect(acting.locator('#reason-error')).toHaveText('Cần điền mục này.');
  await acting.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await expect(state(acting)).toHaveText('Chờ xếp lịch');
  await expect(acting.locator('section.opinion')).toHaveCount(0);
  await acting.context().close();

  await open(page, address);
  await expect(page.locator('.said')).toContainText('Đồng ý · Tạ Thị Minh Nguyệt');
  await expect(page.locator('.said')).toContainText(instead);
  expect(heard.filter((text) => !text.includes('422'))).toEqual([]);
});
