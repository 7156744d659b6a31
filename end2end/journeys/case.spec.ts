import { signIn, test, expect } from '../town.ts';
import { act, daysAgo, file, fill, open, send, status } from '../people.ts';

test('a custodian moves a case through investigation and court, and the resident sees each step', async ({ page, browser, baseURL, server, axe, shot, script, viewport }) => {
  test.slow();
  const mine = await file(page);
  const desk = await browser.newPage({ baseURL, javaScriptEnabled: script, viewport });
  await signIn(desk, await server.staff('custodian'));
  await expect(desk).toHaveURL(/\/staff/);
  await desk.goto('/staff/queue');
  await expect(desk.locator('main')).toContainText(mine.number);
  await shot(desk, 'queue');
  await desk.goto(`/staff/requests/${mine.number}`);
  await shot(desk, 'staff-request');

  await act(desk, mine.number, 'acknowledge');
  await page.goto(`/requests/${mine.number}`);
  await expect(status(page)).toHaveAttribute('data-status', 'under_review');

  await act(desk, mine.number, 'ask_clarification', { text: 'Which corner was it?' });
  await open(page, mine);
  await expect(status(page)).toHaveAttribute('data-status', 'clarify');
  await expect(page.locator('main')).toContainText('Which corner was it?');
  const answering = page.locator('form:has(input[value="answer_clarification"])');
  await answering.locator('textarea').fill('The north-east corner.');
  await answering.locator('button').click();
  await expect(status(page)).toHaveAttribute('data-status', 'under_review');

  await act(desk, mine.number, 'close_active', { confirmed_on: daysAgo(0) });
  await page.goto(`/requests/${mine.number}`);
  await expect(status(page)).toHaveAttribute('data-status', 'wait_inactive');
  await axe(page);
  await shot(page, 'status-waiting');
  await page.goto(`/es/requests/${mine.number}`);
  await axe(page);
  await shot(page, 'status-waiting-es');

  const order = { court: 'Circuit Court of Jackson County', case_number: '2616-CV00001' };
  await act(desk, mine.number, 'record_petition', { ...order, filed_on: daysAgo(0) }, { by: 'requester' });
  await act(desk, mine.number, 'enter_order', { ...order, dated: daysAgo(0) }, { ruling: 'disclose' });
  await page.goto(`/requests/${mine.number}`);
  await expect(status(page)).toHaveAttribute('data-status', 'court_pending');

  const second = await browser.newPage({ baseURL, javaScriptEnabled: script, viewport });
  await signIn(second, await server.staff('reviewer'));
  await act(second, mine.number, 'verify_order');
  await page.goto(`/requests/${mine.number}`);
  await expect(status(page)).toHaveAttribute('data-status', 'ordered');
  await shot(page, 'status-ordered');
  await desk.close();
  await second.close();
});

test('a denial cites its section, and the resident asks for written grounds', async ({ page, browser, baseURL, server, script, viewport, shot }) => {
  const mine = await file(page);
  const desk = await browser.newPage({ baseURL, javaScriptEnabled: script, viewport });
  await signIn(desk, await server.staff('custodian'));
  await desk.goto(`/staff/requests/${mine.number}/act/deny`);
  await send(desk);
  await expect(desk.locator('main [name="provision"]')).toHaveAttribute('aria-invalid', 'true');
  await shot(desk, 'deny-refused');
  await act(desk, mine.number, 'deny', {
    provision: 'RSMo 610.021(14)',
    text: 'Another law keeps this record closed.',
    next_step: 'You may ask for written grounds, or ask the circuit court.',
  });
  await open(page, mine);
  await expect(status(page)).toHaveAttribute('data-status', 'denied');
  await expect(page.locator('main')).toContainText('Another law keeps this record closed.');
  await page.locator('form:has(input[value="ask_grounds"]) button').click();
  await expect(page.locator('time[data-clock="C2"]').first()).toBeVisible();
  await desk.close();
});

test('a follower confirms by a button, hears of a change, and stops with one click', async ({ page, browser, baseURL, server, script, viewport, axe }) => {
  const mine = await file(page);
  const email = `neighbor-${Date.now()}@example.org`;
  await page.goto(`/requests/${mine.number}/follow`);
  await axe(page);
  await fill(page, 'email', email);
  await send(page);
  const first = await server.mailTo(email);
  const link = /https?:\/\/\S*\/follow\/confirm\/[\w-]+/.exec(first.text)![0];
  await page.goto(link);
  await axe(page);
  await send(page);
  const desk = await browser.newPage({ baseURL, javaScriptEnabled: script, viewport });
  await signIn(desk, await server.staff('custodian'));
  await act(desk, mine.number, 'acknowledge');
  await expect.poll(async () => (await server.mail()).filter((one) => one.to.includes(email)).length, { timeout: 15_000 }).toBe(2);
  const news = (await server.mail()).filter((one) => one.to.includes(email)).at(-1)!;
  const stop = /https?:\/\/\S*\/follow\/stop\/[\w-]+/.exec(news.text)![0];
  await page.goto(stop);
  await send(page);
  await axe(page);
  await act(desk, mine.number, 'explain_delay', { text: 'The server is being moved.', promised: daysAgo(-20) });
  await page.waitForTimeout(3000);
  expect((await server.mail()).filter((one) => one.to.includes(email)).length).toBe(2);
  await desk.close();
});

test('the requester withdraws', async ({ page }) => {
  const mine = await file(page);
  await open(page, mine);
  const form = page.locator('form:has(input[value="withdraw"])');
  const closed = page.locator('details:not([open]):has(form:has(input[value="withdraw"]))');
  if ((await closed.count()) > 0) await closed.locator('summary').click();
  await form.locator('button').click();
  await expect(status(page)).toHaveAttribute('data-status', 'withdrawn');
});
