import { signIn, test, expect } from '../town.ts';
import { file, open } from '../people.ts';

const publicPages = ['/', '/request', '/track', '/requests', '/requests?status=denied', '/requests?month=2026-13&page=x', '/law', '/law/petition', '/law/deadline', '/law/deadline?rule=MO_SUNSHINE_3BD&start=2026-02-11', '/law/deadline?rule=NONE&start=x', '/statistics', '/statistics?year=1999', '/program', '/program/policy', '/program/funding', '/program/commitments', '/program/complaints', '/program/retention', '/program/access', '/library', '/notice', '/notice/check', '/notice/objection', '/notice/viewing', '/about/privacy', '/about/accessibility', '/no/such/page', '/staff/sign-in'];

for (const lang of ['', '/es']) {
  for (const path of publicPages) {
    test(`axe finds nothing on ${lang}${path}`, async ({ page, axe, shot, script }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(lang === '/es' && path === '/' ? '/es' : lang + path);
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.locator('html')).toHaveAttribute('lang', lang === '/es' ? 'es' : 'en');
      await axe(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
      await shot(page, `page${lang}${path}`.replaceAll(/[^a-z0-9]+/gi, '-'));
      const islands = ['/request', '/track', '/notice', '/notice/viewing'].includes(path);
      if (script && !islands) expect(asked.filter((url) => url.endsWith('.wasm')), 'no wasm without islands').toEqual([]);
    });
  }

  test(`axe finds nothing on the pages of a request ${lang}`, async ({ page, axe, server }) => {
    const mine = await file(page, lang as '' | '/es');
    await axe(page);
    await page.goto(`${lang}/requests/${mine.number}`);
    await axe(page);
    for (const path of ['timeline', 'follow']) {
      await page.goto(`${lang}/requests/${mine.number}/${path}`);
      await axe(page);
    }
    await page.goto(`${lang}/law/petition?number=${mine.number}`);
    await axe(page);
    await open(page, mine, lang as '' | '/es');
    await axe(page);
    await signIn(page, await server.staff('custodian'));
    for (const path of ['/staff/queue', '/staff/queue?view=waiting', '/staff/queue?due=week&q=x', '/staff/queue?due=never', '/staff/absences', '/staff/requests/new', `/staff/requests/${mine.number}/assign`, `/staff/requests/${mine.number}/code`, `/staff/requests/${mine.number}/receipt`, `/staff/requests/${mine.number}`, `/staff/requests/${mine.number}/matches`, `/staff/requests/${mine.number}/coverage`, `/staff/requests/${mine.number}/capacities`, `/staff/requests/${mine.number}/notes`, '/staff/mentions', '/staff/recordings', '/staff/recordings/new', '/staff/recordings/import', '/staff/deletions', '/staff/notices', '/staff/orders', '/staff/orders/new', '/staff/court', '/staff/court?list=due&q=x', '/staff/court/new', '/staff/viewings', '/staff/waiting', '/staff/library', '/staff/library?view=public', '/staff/library?view=ended', '/staff/audit', '/staff/calendar', '/staff/accounts', '/staff/letters', '/staff/letters/envelopes', '/staff/letters/templates', '/staff/letters/templates/released', '/staff/program', '/staff/program/funding', '/staff/program/funding/fields']) {
      await page.goto(lang + path);
      await axe(page);
    }
    await page.goto(`${lang}/staff/recordings/import`);
    const long = Buffer.from('source_id\n' + 'x\n'.repeat(20_001));
    await page.locator('input[name=csv_file]').setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: long });
    await page.locator('main form').first().locator('button').last().click();
    await expect(page.locator('[data-import]').first()).toBeVisible();
    await axe(page);
    for (const act of ['acknowledge', 'ask_clarification', 'explain_delay', 'close_active', 'record_inactive', 'record_petition', 'enter_order', 'find_no_record', 'deny', 'reply', 'ask_fee']) {
      await page.goto(`${lang}/staff/requests/${mine.number}/act/${act}`);
      await expect(page.locator('main form').first()).toBeVisible();
      await axe(page);
    }
  });
}

test('the keyboard alone files a request', async ({ page }) => {
  await page.goto('/request');
  await page.keyboard.press('Tab');
  await expect(page.locator('a[href="#main"]')).toBeFocused();
  await page.keyboard.press('Enter');
  const field = async (name: string) => {
    for (let step = 0; step < 80; step++) {
      if (await page.evaluate((wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted, name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by the keyboard`);
  };
  await field('incident_date');
  await page.keyboard.type('01152026');
  await field('place');
  await page.keyboard.type('Main Street');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/request\/filed$/);
});
