import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { choose, daysAgo, fill } from './people.ts';

/** A film of 58 seconds: one picture, one sound, nothing else. */
export const film = readFileSync(new URL('film.mp4', import.meta.url));

/** Sends the form that holds this act; not one whose buttons each do it for another thing. */
export async function submit(page: Page, act: string) {
  const form = page.locator(`main form:has(input[name="act"][value="${act}"]):not(:has(button[name]:not([name="go"])))`).last();
  // The last button sends; the one before it may show the letter first.
  await form.locator('button[type="submit"], button:not([type])').last().click();
}

/** Opens the form of an act on a page of the console, fills it and sends it. */
export async function does(page: Page, path: string, act: string, fields: Record<string, string> = {}, choices: Record<string, string> = {}) {
  await page.goto(`${path}?act=${act}`);
  for (const [name, value] of Object.entries(choices)) await choose(page, name, value);
  for (const [name, value] of Object.entries(fields)) await fill(page, name, value);
  await submit(page, act);
  await expect(page, `${act} went through`).toHaveURL(/done=1/);
}

/** Registers a recording of one minute; its path in the console. */
export async function registers(page: Page, source: string, more: Record<string, string> = {}): Promise<string> {
  await page.goto('/staff/recordings/new');
  const day = daysAgo(12);
  const fields = {
    source_id: source,
    officer: 'Officer Sample',
    started_at: `${day}T18:10:00-06:00`,
    ended_at: `${day}T18:11:00-06:00`,
    place: 'Truman Road and Prospect Avenue',
    category: 'non_evidence',
    ...more,
  };
  for (const [name, value] of Object.entries(fields)) await fill(page, name, value);
  await choose(page, 'camera', 'body_worn');
  await choose(page, 'location_kind', 'public');
  await page.locator('main form[method="post" i] button').last().click();
  await expect(page).toHaveURL(/\/staff\/recordings\/[0-9a-f]+\?done=1/);
  return new URL(page.url()).pathname;
}

/** Registers a recording of one minute, links it to a request, and opens it; its path in the console. */
export async function records(page: Page, source: string, number: string, more: Record<string, string> = {}): Promise<string> {
  const path = await registers(page, source, more);
  await does(page, path, 'link', { number });
  await does(page, path, 'status', { on: daysAgo(1), reason: 'The detective said so.' }, { change: 'inactive', ground: 'not_pursued' });
  return path;
}

/** Logs somebody in a recording, with an address; the path of the person. */
export async function logs(page: Page, recording: string, pseudonym: string): Promise<string> {
  await page.goto(`${recording}/people`);
  await fill(page, 'pseudonym', pseudonym);
  await fill(page, 'seen', '0:10-0:20');
  await submit(page, 'person');
  await expect(page).toHaveURL(/\/staff\/people\/[0-9a-f]+/);
  const path = new URL(page.url()).pathname;
  await choose(page, 'receiver', 'person');
  await fill(page, 'name', `Name of ${pseudonym}`);
  await fill(page, 'postal_address', '12 Example Street\nKansas City, MO 64106');
  await submit(page, 'contact');
  await expect(page).toHaveURL(/done=1/);
  return path;
}

/** Everybody is in the log. */
export async function completes(page: Page, recording: string) {
  await page.goto(`${recording}?act=scene`);
  await page.locator('main [name="people_logged"]').check();
  await submit(page, 'scene');
  await expect(page).toHaveURL(/done=1/);
}

/** The path of the notice to somebody. */
export async function notice(page: Page, number: string, pseudonym: string): Promise<string> {
  await page.goto(`/staff/requests/${number}/release`);
  const link = page.locator('#notices ~ tbody a, main tbody th a').filter({ hasText: pseudonym }).first();
  return new URL((await link.getAttribute('href'))!, page.url()).pathname;
}

/** The code that the newest letter of a notice shows. */
export async function code(page: Page, notice: string): Promise<string> {
  await page.goto(notice);
  const letter = await page.locator('.bwc-letter-code strong').last().textContent();
  return letter!.trim();
}
