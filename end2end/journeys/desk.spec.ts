import { signIn, test, expect } from '../town.ts';
import { daysAgo, file, fill, status } from '../people.ts';
import { records } from '../desk.ts';

test('short acts and suggestions are done on the page of the request, and colleagues are told', async ({ page, elsewhere, server, axe, shot, viewport }) => {
  test.slow();
  const other = await file(await elsewhere());
  const mine = await file(page);
  const desk = await elsewhere();
  await signIn(desk, await server.staff('custodian'));
  const source = `DESK-${Date.now()}`;
  await records(desk, source, other.number);

  // From the queue: take it up, link what is suggested, join the request about the same incident.
  await desk.goto(`/staff/queue?q=${mine.number}`);
  let [clicks, loads] = [0, 0];
  desk.on('load', () => (loads += 1));
  const clicked = async (click: () => Promise<void>) => {
    clicks += 1;
    await click();
    await desk.waitForLoadState();
  };
  await clicked(() => desk.locator('tbody th a').filter({ hasText: mine.number }).click());
  const acts = desk.locator('.bwc-acts').first();
  if (viewport!.width >= 1100) await expect(acts.getByRole('button').first(), 'on the first screen').toBeInViewport();
  await axe(desk);
  await shot(desk, 'request-desk');
  await clicked(() => acts.getByRole('button', { name: 'Take up the request' }).click());
  await expect(status(desk)).toHaveAttribute('data-status', 'under_review');
  await clicked(() => desk.getByRole('button', { name: `Link ${source}` }).click());
  await expect(desk.locator('table:has(#linked)')).toContainText(source);
  await clicked(() => desk.getByRole('button', { name: `Join ${other.number}` }).click());
  await expect(desk.locator('table:has(#joined)')).toContainText('the same recording');
  console.log(`queue to a linked recording: ${clicks} clicks, ${loads} page loads`);
  expect(clicks).toBeLessThanOrEqual(4);
  expect(loads).toBeLessThanOrEqual(4);
  await axe(desk);

  // A colleague is told inside the office.
  const lee = await server.staff('custodian', 'Lee Example');
  await fill(desk, 'office_note', '@Lee Example, please look at the second camera.');
  await desk.getByRole('button', { name: 'Keep the note' }).click();
  await expect(desk.locator('#notes')).toContainText('second camera');
  await axe(desk);
  const colleague = await elsewhere();
  await signIn(colleague, lee);
  await colleague.goto('/staff/queue');
  await colleague.getByRole('link', { name: /note names you/ }).click();
  await expect(colleague.locator('main')).toContainText('second camera');
  await axe(colleague);
  await colleague.getByRole('button', { name: `Mark as read: ${mine.number}` }).click();
  await expect(colleague.locator('main')).toContainText('Read on');

  // What a form needs to know stands beside it, and a short one opens in its place.
  await desk.goto(`/staff/requests/${mine.number}/act/deny`);
  await expect(desk.getByRole('region', { name: 'The case' })).toContainText('Truman Road and Prospect Avenue');
  await shot(desk, 'act-beside');
  const fresh = await file(await elsewhere());
  await desk.goto(`/staff/requests/${fresh.number}`);
  await desk.locator('summary[data-act="close_active"]').click();
  await fill(desk, 'confirmed_on', daysAgo(0));
  await axe(desk);
});
