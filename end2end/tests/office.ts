// What every story needs: signing in, and noticing what went wrong unseen.

import { expect, type Page } from '@playwright/test';

/** The password of the demo office. */
export const PASSWORD = 'giao-ban-demo';

/** Signs in with one of the demo's names ("thuky", "chanhvanphong" ...). */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#email', `${name}@minhgiang.example`);
  await page.fill('#password', PASSWORD);
  await page.locator('main form button').click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Waits until our program has taken the page over; without one it returns at once. */
export async function taken(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** Collects what the browser complains about; to be empty at the end of a story. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return heard;
}
