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
  ['chutich', ['/my', '/my?week=2026-W48', '/desk/weeks/2026-W49']],
  ['quantri', ['/desk/settings', '/desk/settings/calendar', '/desk/settings/accounts']],
];

for (const [width, height] of [
  [1440, 900],
  [390, 844],
]) {
  for (const [who, paths] of screens) {
    test(`axe finds nothing at ${width} px as ${who ?? 'the public'}`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height });
      if (who) await signIn(page, who);
      for (const path of paths) {
        await page.goto(path);
        if (/^\/(my|desk)/.test(path)) await taken(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map((v) => `${path}: ${v.id} ${v.nodes.map((n) => n.target).join(' ')}`);
        expect(found).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}
