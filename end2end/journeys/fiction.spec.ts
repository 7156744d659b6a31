import { test, expect } from '../town.ts';

const pages = ['/', '/statistics', '/requests', '/requests?status=wait_inactive', '/program', '/law/petition', '/library'];

for (const color of ['light', 'dark'] as const) {
  test(`a full portal reads well and nothing scrolls sideways, ${color}`, async ({ page, fiction, axe, shot }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: color });
    for (const path of pages) {
      for (const lang of ['', '/es']) {
        await page.goto(fiction.url + (path === '/' && lang ? lang : lang + path));
        await expect(page.locator('h1')).toHaveCount(1);
        await expect(page.locator('.bwc-layout__demo')).toBeVisible();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow, `${lang}${path} scrolls sideways`).toBeLessThanOrEqual(0);
        await axe(page);
        await shot(page, `fiction-${color}${lang}${path}`.replaceAll(/[^a-z0-9]+/gi, '-'));
      }
    }
  });
}

test('the keyboard reaches and scrolls every table of the statistics', async ({ page, fiction, viewport }) => {
  await page.setViewportSize({ width: 320, height: viewport!.height });
  await page.goto(`${fiction.url}/statistics`);
  const tables = page.locator('.bwc-data-table');
  const count = await tables.count();
  expect(count).toBeGreaterThan(4);
  for (let one = 0; one < count; one++) {
    const table = tables.nth(one);
    await table.focus();
    await expect(table).toBeFocused();
    const wide = await table.evaluate((box) => box.scrollWidth > box.clientWidth + 1);
    if (!wide) continue;
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  }
});

test('every stage of a request has a page that says who must act', async ({ page, fiction, axe }) => {
  test.slow();
  for (const stage of ['received', 'under_review', 'wait_inactive', 'denied', 'no_record', 'court_pending', 'redacting', 'notice_gate', 'withdrawn']) {
    await page.goto(`${fiction.url}/requests?status=${stage}`);
    const first = page.locator('main table tbody a').first();
    if ((await first.count()) === 0) continue;
    await first.click();
    await expect(page.locator('[data-status]').first()).toHaveAttribute('data-status', stage);
    await axe(page);
    await page.goto(`${new URL(page.url()).href}/timeline`);
    await axe(page);
  }
});
