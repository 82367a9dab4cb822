// axe finds nothing on any screen, for whoever may open it, wide and on a phone.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn, taken } from './office';

const screens: [string | null, string[]][] = [
  [
    null,
    [
      '/',
      '/weeks/2026-W49?view=leaders',
      '/weeks/2026-W49?view=table',
      '/weeks/2026-W49/changes',
      '/weeks/2026-W50',
      '/leaders/ct',
      '/subscribe',
      '/sign-in',
      '/nothing-here',
      '/?lang=en',
    ],
  ],
  [
    'thuky',
    [
      '/desk',
      '/desk/weeks/2026-W49',
      '/desk/weeks/2026-W49?entry=1',
      '/desk/weeks/2026-W49?history=1',
      '/desk/weeks/2026-W49/review',
      '/desk/weeks/2026-W47',
      '/desk/weeks/2026-W47?new',
      '/desk/people',
      '/desk/people?new',
      '/desk/people/persons',
      '/desk/people/positions',
      '/desk/meetings',
      '/desk/meetings?new',
      '/desk/meetings?entry=2',
      '/desk/meetings/1',
      '/desk/meetings/2',
      '/desk/meetings/2?do=ask&item=7',
      '/desk/meetings/rules',
      '/desk/meetings/plan?body=1',
      '/desk/meetings/1?do=invite',
      '/desk/meetings/1?do=letter',
      '/desk/meetings/1?do=add_material',
      '/desk/invitations',
      '/desk/papers',
      '/desk/papers/2',
      '/desk/bodies',
      '/desk/bodies?edit=1',
      '/desk/bodies?item=new',
      '/my/sessions',
    ],
  ],
  [
    'chanhvanphong',
    [
      '/desk/journal',
      '/desk/people/positions?edit=1',
      '/desk/weeks/2026-W49/review',
      '/desk/weeks/2026-W49/publications',
      '/desk/settings/calendar',
      '/desk/settings/calendar?new',
      '/desk/settings/calendar?hours',
      '/desk/settings/calendar?season',
      '/desk/settings/travel',
      '/desk/duty',
      '/desk/duty?month=2026-12&new=2026-12-12',
    ],
  ],
  ['chutich', ['/my', '/my?week=2026-W48', '/desk/weeks/2026-W49', '/desk/meetings', '/desk/meetings/2', '/desk/invitations', '/desk/papers']],
  ['soyte', ['/desk/meetings', '/desk/meetings?new', '/desk/bodies', '/desk/bodies?item=new']],
  ['sotaichinh', ['/desk', '/desk/invitations', '/desk/invitations/1', '/desk/papers', '/desk/papers/1']],
  ['quantri', ['/desk/settings', '/desk/settings/calendar', '/desk/settings/accounts', '/desk/meetings/rules?edit=press_conference']],
];

for (const [width, height] of [
  [1440, 900],
  [390, 844],
]) {
  for (const [who, paths] of screens) {
    test(`axe finds nothing at ${width} px as ${who ?? 'the public'}`, async ({ page }) => {
      test.setTimeout(300_000);
      await page.setViewportSize({ width, height });
      if (who) await signIn(page, who);
      for (const path of paths) {
        await page.goto(path);
        if (/^\/(my|desk)/.test(path)) await taken(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map((v) => `${path}: ${v.id} ${v.nodes.map((n) => n.target).join(' ')}`);
        expect(found).toEqual([]);
        // A label leads to the first of two fields with one name; axe asks nothing of the second.
        const twice = await page.evaluate(() => {
          const names = [...document.querySelectorAll('[id]')].map((element) => element.id);
          return names.filter((name, at) => names.indexOf(name) !== at);
        });
        expect(twice, `${path} has a name twice`).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}
