import { signIn, test, expect } from '../town.ts';
import { file } from '../people.ts';

test('a custodian finds the request of the caller, takes it, and hands it over with a note', async ({ page, elsewhere, server, axe, shot }) => {
  const mine = await file(page);
  const desk = await elsewhere();
  await signIn(desk, await server.staff('custodian'));
  await desk.goto('/staff/queue');
  await desk.locator('#q').fill(mine.number.slice(6, 10).toLowerCase());
  await desk.locator('form[role="search"] button').first().click();
  await expect(desk.locator('tbody tr')).toHaveCount(1);
  await desk.getByLabel(`Select ${mine.number}`).check();
  await desk.locator('[name="note"]').fill('She calls on Mondays.');
  await desk.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(desk.locator('[name="to"]'), 'nobody was chosen').toHaveAttribute('aria-invalid', 'true');
  await expect(desk.locator('[name="note"]')).toHaveValue('She calls on Mondays.');
  await axe(desk);
  await expect(desk.getByLabel(`Select ${mine.number}`), 'the selection is kept').toBeChecked();
  await desk.locator('[name="to"]').selectOption({ index: 1 });
  await desk.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(desk).toHaveURL(/done=1/);
  await desk.goto(`/staff/requests/${mine.number}`);
  await expect(desk.locator('main')).toContainText('She calls on Mondays.');
  await desk.goto('/staff/absences');
  await axe(desk);
  await shot(desk, 'absences');
  await desk.goto(`/es/staff/requests/${mine.number}/assign`);
  await axe(desk);
});

test('the keyboard goes through the queue', async ({ page, elsewhere, server, script }) => {
  test.skip(!script, 'letters as keys need script; links and Tab do not');
  const mine = await file(page);
  const desk = await elsewhere();
  await signIn(desk, await server.staff('custodian'));
  await desk.goto('/staff/queue');
  const focused = () => desk.evaluate(() => document.activeElement?.textContent ?? '');
  await expect(async () => {
    await desk.keyboard.press('j');
    expect(await focused()).toMatch(/^KC-/);
  }).toPass();
  await desk.keyboard.press('/');
  await expect(desk.locator('#q')).toBeFocused();
  await desk.keyboard.type(`${mine.number}`);
  await desk.keyboard.press('Enter');
  await expect(desk.locator('tbody tr')).toHaveCount(1);
  await expect(async () => {
    await desk.keyboard.press('j');
    expect(await focused()).toBe(mine.number);
  }).toPass();
  await desk.keyboard.press('Enter');
  await expect(desk).toHaveURL(new RegExp(mine.number));
});
