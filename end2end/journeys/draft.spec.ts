import type { BrowserContext, Page } from '@playwright/test';
import { test, expect } from '../town.ts';
import { choose, daysAgo, fill, receipt, send } from '../people.ts';

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('daylight-draft') ?? '');

/** The form with its note: from then on what is typed is kept. */
async function opened(context: BrowserContext, address = '/request') {
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator('#draft')).toBeVisible();
  return page;
}

test('a draft survives a reload, a closed tab and a broken network, and ends with the filing', async ({ context, script, axe, shot }) => {
  test.skip(!script, 'without script nothing is kept');
  let page = await opened(context);
  await expect(page.locator('#draft')).toContainText('kept in this browser only');
  await fill(page, 'incident_date', daysAgo(9));
  await fill(page, 'place', 'Troost & 31st "corner"');
  await choose(page, 'track', 'civil');
  await page.locator('main [name="media"][value="in_car"]').uncheck();
  await fill(page, 'description', 'A red bicycle,\nand a dog.');
  await page.reload();
  await expect(page.locator('main [name="place"]')).toHaveValue('Troost & 31st "corner"');

  await page.close();
  page = await opened(context);
  await expect(page.locator('#draft [role="status"]')).toContainText('was put back');
  await expect(page.locator('main [name="incident_date"]')).toHaveValue(daysAgo(9));
  await expect(page.locator('main [name="description"]')).toHaveValue('A red bicycle,\nand a dog.');
  await expect(page.locator('main [name="track"][value="civil"]')).toBeChecked();
  await expect(page.locator('main [name="media"][value="body_worn"]')).toBeChecked();
  await expect(page.locator('main [name="media"][value="in_car"]')).not.toBeChecked();
  await axe(page);
  await shot(page, 'request-draft');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  // In Spanish it is the same draft; the letters go in the language of the page.
  await page.close();
  page = await opened(context, '/es/request');
  await expect(page.locator('main [name="place"]')).toHaveValue('Troost & 31st "corner"');
  await expect(page.locator('main [name="language"][value="es"]')).toBeChecked();
  const key = await page.locator('main [name="key"]').first().inputValue();
  expect(await kept(page)).not.toContain(key);

  await fill(page, 'name', 'Ana');
  await fill(page, 'civil_claim', 'Ruiz v. Doe');
  await fill(page, 'relation', 'driver');
  await context.setOffline(true);
  await send(page);
  await expect(page.locator('main form')).toHaveCount(0);
  await page.close();
  await context.setOffline(false);
  page = await opened(context);
  await expect(page.locator('main [name="name"]')).toHaveValue('Ana');

  // A refused form is kept too.
  await fill(page, 'email', 'not an address');
  await send(page);
  await expect(page.locator('main [name="email"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#draft')).toBeVisible();
  await page.close();
  page = await opened(context);
  await expect(page.locator('main [name="email"]')).toHaveValue('not an address');
  await fill(page, 'email', '');
  await send(page);
  await expect(page).toHaveURL(/\/request\/filed$/);
  await receipt(page);
  expect(await kept(page)).toBe('');
  await page.close();
  page = await opened(context);
  await expect(page.locator('main [name="place"]')).toHaveValue('');
});

test('a receipt that is looked at again leaves the next draft alone', async ({ context, script }) => {
  test.skip(!script, 'without script nothing is kept');
  const first = await opened(context);
  await fill(first, 'incident_date', daysAgo(9));
  await fill(first, 'place', 'Main Street');
  await send(first);
  await expect(first).toHaveURL(/\/request\/filed$/);
  const next = await opened(context);
  await fill(next, 'place', 'Linwood Boulevard');
  await first.reload();
  await receipt(first);
  expect(await kept(next)).toContain('Linwood');
});

test('a browser that keeps nothing says so while one types', async ({ context, script }) => {
  test.skip(!script, 'without script nothing is kept');
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  const page = await opened(context);
  await fill(page, 'place', 'Troost Avenue');
  await expect(page.locator('#draft')).toBeVisible();
  await expect(page.locator('#draft')).toContainText('keeps nothing of what you type');
  await expect(page.locator('.bwc-draft-kept')).toBeHidden();
});

test('a form that was refused is emptied whole, choices too', async ({ context, script }) => {
  test.skip(!script, 'without script nothing is kept');
  const page = await opened(context);
  await choose(page, 'track', 'civil');
  await fill(page, 'place', 'Troost Avenue');
  await send(page);
  await expect(page.locator('main [aria-invalid="true"]').first()).toBeVisible();
  await expect(page.locator('#draft')).toBeVisible();
  await page.locator('#draft a').click();
  await expect(page.locator('main [aria-invalid="true"]')).toHaveCount(0);
  await expect(page.locator('main [name="place"]')).toHaveValue('');
  await expect(page.locator('main [name="track"][value="public"]')).toBeChecked();
  expect(await kept(page)).toBe('');
});

test('a draft is cleared by a link, and ends by itself', async ({ context, script }) => {
  test.skip(!script, 'without script nothing is kept');
  let page = await opened(context);
  await fill(page, 'place', 'Troost Avenue');
  await page.locator('#draft a').click();
  await expect(page.locator('main [name="place"]')).toHaveValue('');
  expect(await kept(page)).toBe('');

  await fill(page, 'place', 'Troost Avenue');
  await page.evaluate((days) => {
    const old = new URLSearchParams(localStorage.getItem('daylight-draft') ?? '');
    old.set('-typed', String(Date.now() - days * 86_400_000));
    old.append('a_field_that_is_gone', 'x');
    localStorage.setItem('daylight-draft', old.toString());
  }, 6);
  await page.close();
  page = await opened(context);
  await expect(page.locator('main [name="place"]')).toHaveValue('Troost Avenue');
  expect(await kept(page)).not.toContain('a_field_that_is_gone');
  await page.evaluate((days) => {
    const old = new URLSearchParams(localStorage.getItem('daylight-draft') ?? '');
    old.set('-typed', String(Date.now() - days * 86_400_000));
    localStorage.setItem('daylight-draft', old.toString());
  }, 8);
  await page.close();
  page = await opened(context);
  await expect(page.locator('main [name="place"]')).toHaveValue('');
  expect(await kept(page)).toBe('');

  await page.evaluate(() => localStorage.setItem('daylight-draft', '{"not": what is written here'));
  await page.reload();
  await expect(page.locator('#draft')).toBeVisible();
  await expect(page.locator('main [name="place"]')).toHaveValue('');
});

test('without script nothing is said of a draft', async ({ page, script }) => {
  test.skip(script, 'with script it is kept');
  await page.goto('/request');
  await expect(page.locator('#draft')).toBeHidden();
});
