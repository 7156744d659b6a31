import { expect, type Page } from '@playwright/test';

/** What a receipt says. */
export type Receipt = { number: string; code: string };

/** A day so many days before today in Kansas City, as a date field takes it: the agency's day counts, not the machine's. */
export function daysAgo(days: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date());
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Fills the parts of the filing form that find footage, and sends it. */
export async function file(page: Page, lang: '' | '/es' = '', fields: Record<string, string> = {}): Promise<Receipt> {
  await page.goto(`${lang}/request`);
  const all = { incident_date: daysAgo(12), place: 'Truman Road and Prospect Avenue', ...fields };
  for (const [name, value] of Object.entries(all)) await fill(page, name, value);
  await send(page);
  await expect(page).toHaveURL(/\/request\/filed$/);
  return receipt(page);
}

/** Types into a field of the form in the main part of the page, opening what hides it. */
export async function fill(page: Page, name: string, value: string) {
  const field = page.locator(`main [name="${name}"]`).first();
  await reveal(page, name);
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
  else await field.fill(value);
}

/** Opens the details that a field lies in, as a person does who looks for it. */
async function reveal(page: Page, name: string) {
  const closed = page.locator(`main details:not([open]):has([name="${name}"])`);
  while ((await closed.count()) > 0) await closed.first().locator('summary').first().click();
}

/** Chooses a radio or check box by its value. */
export async function choose(page: Page, name: string, value: string) {
  await reveal(page, name);
  await page.locator(`main [name="${name}"][value="${value}"]`).check();
}

/** Sends the form that the page is about. */
export async function send(page: Page) {
  await page.locator('main form[method="post" i]').first().locator('button:not([name]), button[type="submit"]').last().click();
}

export async function receipt(page: Page): Promise<Receipt> {
  const number = (await page.locator('[data-tracking-number]').first().innerText()).trim();
  const code = (await page.locator('[data-access-code]').first().innerText()).trim();
  return { number, code };
}

/** Opens the private page with number and code. */
export async function open(page: Page, { number, code }: Receipt, lang: '' | '/es' = '') {
  await page.goto(`${lang}/track`);
  await fill(page, 'number', number);
  await fill(page, 'code', code);
  await send(page);
  await expect(page).toHaveURL(new RegExp(`${lang}/requests/${number}/private`));
}

/** Does an act on a request as the custodian who is signed in. */
export async function act(page: Page, number: string, kind: string, fields: Record<string, string> = {}, choices: Record<string, string> = {}) {
  await page.goto(`/staff/requests/${number}`);
  const link = `a[href$="/act/${kind}"]`;
  const folded = page.locator(`main details:not([open]):has(${link})`);
  if ((await folded.count()) > 0) await folded.first().locator('summary').click();
  await page.locator(`main ${link}`).first().click();
  for (const [name, value] of Object.entries(choices)) await choose(page, name, value);
  for (const [name, value] of Object.entries(fields)) await fill(page, name, value);
  await send(page);
  await expect(page).toHaveURL(new RegExp(`/staff/requests/${number}`));
  await expect(page).not.toHaveURL(/\/act\//);
}

/** The status as a program reads it. */
export function status(page: Page) {
  return page.locator('[data-status]').first();
}
