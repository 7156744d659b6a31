import { test, expect } from '../town.ts';
import { choose, daysAgo, file, fill, open, receipt, send, status } from '../people.ts';

test('a resident files without an account and keeps the proof', async ({ page, axe, shot }) => {
  await page.goto('/');
  await page.locator('main a[href="/request"]').first().click();
  await expect(page).toHaveURL(/\/request$/);
  await axe(page);
  await shot(page, 'request');
  await fill(page, 'incident_date', daysAgo(20));
  await fill(page, 'place', 'Truman Road and Prospect Avenue');
  await fill(page, 'description', 'A white van was stopped.\nTwo officers spoke to the driver.');
  await send(page);

  await expect(page).toHaveURL(/\/request\/filed$/);
  await axe(page);
  await shot(page, 'filed');
  const mine = await receipt(page);
  expect(mine.number).toMatch(/^KC-\d\d-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  expect(mine.code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  await expect(page.locator('time[data-clock="C1"]').first()).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/);

  await open(page, mine);
  await expect(page.locator('main')).toContainText('A white van was stopped.');
  await axe(page);
  await shot(page, 'private');

  await page.goto(`/requests/${mine.number}`);
  await expect(status(page)).toHaveAttribute('data-status', 'received');
  await expect(page.locator('main')).not.toContainText('white van');
  await axe(page);
  await shot(page, 'status');
});

test('a resident files in Spanish with the e-mail copy, which does not hold the code', async ({ page, axe, server, shot }) => {
  const email = `ana-${Date.now()}@example.org`;
  const mine = await file(page, '/es', { name: 'Ana', email });
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await axe(page);
  await shot(page, 'filed-es');
  const letter = await server.mailTo(email);
  const raw = JSON.stringify(letter);
  expect(raw).toContain(mine.number);
  expect(raw.replaceAll(/[^0-9A-Z]/g, '')).not.toContain(mine.code.replaceAll('-', ''));
  expect(raw).toContain('/es/');
});

test('a refused form keeps what was typed and says what is wrong at each field', async ({ page, axe, shot }) => {
  await page.goto('/request');
  await fill(page, 'incident_date', '2099-01-01');
  await fill(page, 'place', 'Kept <b>as typed</b> & "quoted"');
  await fill(page, 'email', 'not an address');
  await page.locator('main form').first().evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', '')).catch(() => undefined);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await send(page);
  expect((await answer).status()).toBe(422);
  await expect(page.locator('main [name="place"]')).toHaveValue('Kept <b>as typed</b> & "quoted"');
  await expect(page.locator('main [name="incident_date"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('main [name="email"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('main a[href="#incident_date"]')).toBeVisible();
  await axe(page);
  await shot(page, 'request-refused');
});

test('footage that would be gone already can still be asked for', async ({ page }) => {
  await file(page, '', { incident_date: daysAgo(400) });
  await expect(page.locator('[data-tracking-number]').first()).toBeVisible();
});

test('a double click files one request', async ({ page, server }) => {
  const held = async () => (await server.command(['holds', 'export'])).trim().split('\n').length;
  const before = await held();
  await page.goto('/request');
  await fill(page, 'incident_date', daysAgo(3));
  await fill(page, 'place', 'Main Street');
  await page.locator('main form button').last().dblclick();
  await expect(page).toHaveURL(/\/request\/filed$/);
  const first = await receipt(page);
  await page.reload();
  expect(await receipt(page)).toEqual(first);
  expect(await held()).toBe(before + 1);
});

test('next of kin say whom they speak for', async ({ page }) => {
  await page.goto('/request');
  await fill(page, 'incident_date', daysAgo(30));
  await fill(page, 'place', 'Independence Avenue');
  await choose(page, 'track', 'next_of_kin');
  await send(page);
  await expect(page.locator('main [name="name"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('main [name="track"][value="next_of_kin"]')).toBeChecked();
  await fill(page, 'name', 'Rosa Example');
  await fill(page, 'relation', 'daughter');
  await send(page);
  await expect(page).toHaveURL(/\/request\/filed$/);
});

test('a wrong code opens nothing, and a typo is told as a typo', async ({ page }) => {
  const mine = await file(page);
  const other = await file(page, '', { place: 'Linwood Boulevard and Troost Avenue' });
  await page.goto('/track');
  await fill(page, 'number', mine.number);
  await fill(page, 'code', other.code);
  await send(page);
  await expect(page).toHaveURL(/\/track$/);
  await expect(page.locator('main [name="code"]')).toHaveAttribute('aria-invalid', 'true');
  const swapped = (mine.code.startsWith('0') ? '1' : '0') + mine.code.slice(1);
  await fill(page, 'code', swapped);
  await send(page);
  await expect(page.locator('main')).toContainText('typing mistake');
});

test('live, the form says until when footage of the day is kept', async ({ page, script }) => {
  test.skip(!script, 'without script the server says it');
  await page.goto('/request');
  await fill(page, 'incident_date', daysAgo(10));
  const kept = new Date(daysAgo(-170));
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(kept);
  await expect(page.locator('main')).toContainText(day);
  await fill(page, 'email', 'nobody at nowhere');
  await page.locator('main [name="email"]').blur();
  await expect(page.locator('main [name="email"]')).toHaveAttribute('aria-invalid', 'true');
});
