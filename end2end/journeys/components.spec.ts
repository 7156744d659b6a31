import { expect, signIn, test } from '../town.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every component stands on its page, ${colorScheme}`, async ({ page, axe, shot, server }) => {
    await page.emulateMedia({ colorScheme });
    await signIn(page, await server.staff('auditor'));
    await page.goto('/staff/components');
    await expect(page.locator('[data-component="Timeline"]')).toBeVisible();
    await axe(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0);
    await shot(page, `components-${colorScheme}`);
    await page.locator('#place').focus();
    await shot(page, `components-${colorScheme}-focus`);
  });
}

test('who is not signed in does not see the components', async ({ page }) => {
  await page.goto('/staff/components');
  await expect(page).toHaveURL(/\/staff\/sign-in/);
});
