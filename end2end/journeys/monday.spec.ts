import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { signIn, test as base, expect } from '../town.ts';
import { daysAgo, file, open, status } from '../people.ts';
import { film, registers } from '../desk.ts';
import { Server } from '../server.ts';

/** A portal whose clock can be set ahead, so that days pass. */
const test = base.extend<{ later: (days: number) => Promise<void> }, { shift: string }>({
  shift: [
    async ({}, use) => {
      await use(mkdtempSync(path.join(tmpdir(), 'daylight-clock-')));
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ shift }, use) => {
      const shim = path.join(shift, 'clock.so');
      const source = path.resolve('../server/tests/http/support/shifted_clock.c');
      execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source, '-ldl']);
      writeFileSync(path.join(shift, 'shift'), '0');
      const server = await Server.start({ LD_PRELOAD: shim, CLOCK_SHIFT: path.join(shift, 'shift') });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  later: async ({ shift, server }, use) => {
    await use(async (days) => {
      writeFileSync(path.join(shift, 'shift'), String(days * 86_400));
      await server.startsLater(new Date(Date.now() + days * 86_400_000));
    });
  },
});

// The work is the same on every screen; it is counted where an office does it.
test.beforeEach(({}, info) => test.skip(!info.project.name.startsWith('wide')));

/** Counts what somebody does: clicks, typed fields, and the pages that load meanwhile. */
class Hand {
  clicks = 0;
  typed = 0;
  loads = 0;

  watches(page: Page): Page {
    page.on('request', (request) => {
      const page_load = request.isNavigationRequest() && request.frame().parentFrame() === null;
      if (page_load && request.redirectedFrom() === null) this.loads += 1;
    });
    return page;
  }

  /** Everybody starts on the page where signing in leads, which is not counted. */
  begins() {
    this.loads = 0;
  }

  async click(what: Locator) {
    this.clicks += 1;
    await what.click();
    await what.page().waitForLoadState();
  }

  async choose(page: Page, name: string, value: string) {
    this.clicks += 1;
    await page.locator(`main [name="${name}"][value="${value}"]:visible`).first().check();
  }

  async pick(page: Page, name: string, value: string) {
    this.clicks += 1;
    await page.locator(`main select[name="${name}"]:visible`).first().selectOption(value);
  }

  async attach(page: Page, name: string, at: string) {
    this.clicks += 1;
    await page.locator(`main [name="${name}"]`).first().setInputFiles(at);
  }

  async type(page: Page, name: string, value: string) {
    this.typed += 1;
    await page.locator(`main [name="${name}"]:visible`).first().fill(value);
  }

  said(what: string): string {
    return `${what}: ${this.clicks} clicks, ${this.typed} typed fields, ${this.loads} page loads`;
  }
}

/** The button that sends the form of an act, in the part of the page that holds it. */
const sends = (page: Page, name: string) => page.locator('main form').getByRole('button', { name, exact: true }).last();

test('one recording, two people shown: from the queue to the delivery in few clicks', async ({ page, elsewhere, server, later, shot, axe }, info) => {
  test.slow();
  const mine = await file(page);
  const source = `MON-${Date.now()}`;
  const hand = new Hand();
  const desk = hand.watches(await elsewhere());
  await signIn(desk, await server.staff('custodian'));
  await registers(desk, source);
  const second = hand.watches(await elsewhere());
  await signIn(second, await server.staff('reviewer'));
  await desk.goto('/staff/queue');
  hand.begins();

  await hand.click(desk.locator('tbody a').filter({ hasText: mine.number }).first());
  await hand.click(desk.getByRole('button', { name: `Link ${source}` }));
  await hand.click(desk.locator('summary[data-act="record_inactive"]'));
  await hand.choose(desk, 'ground', 'not_pursued');
  await hand.click(sends(desk, 'Record: investigation inactive'));
  await expect(status(desk)).toHaveAttribute('data-status', 'under_review');

  // Who is shown, with how to reach them.
  await hand.click(desk.locator('table:has(#linked) a[href$="/people"]'));
  for (const [place, name] of ['Ana Example', 'Ben Example'].entries()) {
    await hand.type(desk, 'seen', '0:10-0:20');
    await hand.type(desk, 'name', name);
    await hand.type(desk, 'postal_address', '12 Example Street\nKansas City, MO 64106');
    if (place === 1) await hand.choose(desk, 'people_logged', 'yes');
    else await axe(desk);
    await hand.click(sends(desk, 'Keep this person'));
  }
  await shot(desk, 'monday-files');

  // The copy, with what it hides.
  const copy = info.outputPath('copy.mp4');
  writeFileSync(copy, film);
  await hand.attach(desk, 'file', copy);
  await hand.type(desk, 'redactions', 'blur 0:22-0:25 | RSMo 610.100.3');
  await hand.click(sends(desk, 'Send the file'));
  await expect(desk.locator('table:has(#redaction-list)')).toContainText('610.100.3');

  // The letters, and the sheets that go into their envelopes.
  await hand.click(desk.locator('main').getByRole('link', { name: `Release on ${mine.number}` }));
  await axe(desk);
  await shot(desk, 'monday-letters');
  await hand.choose(desk, 'channel', 'certified_mail');
  await hand.click(sends(desk, 'Send the letters'));
  await expect(desk.locator('.bwc-letters-one')).toHaveCount(2);
  await shot(desk, 'monday-sheets');

  // The second person looks and approves.
  await second.goto('/staff/queue');
  hand.loads -= 1;
  await hand.click(second.locator('main').getByRole('link', { name: /to approve/ }).first());
  await hand.click(second.getByText('Look at the file'));
  await hand.click(sends(second, 'Approve exactly this file'));
  await expect(second.locator('[data-approved="yes"]')).toBeVisible();

  // The cards come back: both in one form.
  await desk.goto('/staff/queue');
  hand.loads -= 1;
  await hand.click(desk.locator('main').getByRole('link', { name: /proof that/ }).first());
  await axe(desk);
  await shot(desk, 'monday-receipts');
  await hand.click(sends(desk, 'Record that letters were received'));
  await expect(desk.locator('[data-status="window_open"]')).toHaveCount(2);

  // Their days are over: the docket, and the release.
  await later(14);
  await signIn(desk, await server.staff('custodian', 'Kim Later'));
  await desk.goto('/staff/queue');
  hand.loads -= 3;
  await hand.click(desk.locator('main').getByRole('link', { name: /docket/ }).first());
  await axe(desk);
  await shot(desk, 'monday-release');
  await hand.choose(desk, 'checked', 'yes');
  await hand.click(sends(desk, 'Release to the requester'));
  await expect(desk.locator('main')).toContainText('Done');
  console.log(hand.said('queue to delivery, two people shown'));
  await open(page, mine);
  await expect(status(page)).toHaveAttribute('data-status', 'partial');
  expect(hand.clicks).toBeLessThanOrEqual(25);
  expect(hand.loads).toBeLessThanOrEqual(15);
});

/** What an act asks for: what is typed, what is chosen. */
type Answers = { typed?: Record<string, string>; chosen?: Record<string, string>; rows?: Record<string, string> };

/** From the list to the act that is done: the row, the act, what it asks, and the button. */
async function acts(hand: Hand, desk: Page, number: string, kind: string, { typed = {}, chosen = {}, rows = {} }: Answers) {
  await hand.click(desk.locator('tbody a').filter({ hasText: number }).first());
  const short = desk.locator(`summary[data-act="${kind}"]`);
  const link = desk.locator(`main a[href$="/act/${kind}"]`);
  const folded = desk.locator(`main details:not([open]):has(a[href$="/act/${kind}"])`);
  if ((await short.count()) > 0) await hand.click(short);
  else {
    if ((await folded.count()) > 0) await hand.click(folded.first().locator('summary').first());
    await hand.click(link.first());
  }
  for (const [name, value] of Object.entries({ ...chosen, ...rows })) {
    const field = desk.locator(`main [name="${name}"]:visible`).first();
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await hand.pick(desk, name, value);
    else await hand.choose(desk, name, value);
  }
  for (const [name, value] of Object.entries(typed)) await hand.type(desk, name, value);
  const form = desk.locator(`main form:has(input[name="act"][value="${kind}"]):visible, main form[action*="/act/${kind}"]:visible`).last();
  const send = (await form.count()) > 0 ? form : desk.locator('main form:visible').first();
  await hand.click(send.locator('button[name="go"][value="send"], button:not([name])').last());
  await expect(desk, kind).toHaveURL(/\/staff\/requests\/[^/]+(\?|#|$)/);
}

test('a custodian’s Monday: ten requests, each from the list to its end, counted', async ({ browser, elsewhere, server, baseURL, script, viewport }, info) => {
  test.skip(!script, 'the same clicks');
  test.slow();
  const desk = await elsewhere();
  await signIn(desk, await server.staff('custodian', 'Monday Custodian'));
  const second = await elsewhere();
  await signIn(second, await server.staff('reviewer', 'Monday Reviewer'));
  const all = new Hand();
  const said: string[] = [];
  const does = async (what: string, most: [number, number], work: (hand: Hand, number: string) => Promise<void>) => {
    const resident = await browser.newPage({ baseURL, javaScriptEnabled: script, viewport });
    const { number } = await file(resident);
    await resident.close();
    await desk.goto('/staff/queue');
    const hand = new Hand();
    const watched = (request: import('@playwright/test').Request) => {
      if (request.isNavigationRequest() && request.frame().parentFrame() === null && request.redirectedFrom() === null) hand.loads += 1;
    };
    for (const page of [desk, second]) page.on('request', watched);
    await work(hand, number);
    for (const page of [desk, second]) page.off('request', watched);
    said.push(hand.said(what));
    expect.soft(hand.clicks, `${what}: clicks`).toBeLessThanOrEqual(most[0]);
    expect.soft(hand.loads, `${what}: page loads`).toBeLessThanOrEqual(most[1]);
    for (const sum of ['clicks', 'typed', 'loads'] as const) all[sum] += hand[sum];
  };
  const few: [number, number] = [8, 8];
  await does('question', few, (hand, number) => acts(hand, desk, number, 'ask_clarification', { typed: { text: 'Which corner was it?' } }));
  await does('delay', few, (hand, number) =>
    acts(hand, desk, number, 'explain_delay', { typed: { text: 'The video must be looked through first.', promised: daysAgo(-20) } }));
  await does('fee', few, (hand, number) =>
    acts(hand, desk, number, 'ask_fee', {
      typed: { fee_staff_copying_hours: '1.5', fee_staff_copying_rate: '23.50', fee_rate_basis: 'The average pay of our three clerks' },
    }));
  await does('denial in part', few, (hand, number) =>
    acts(hand, desk, number, 'deny_in_part', {
      chosen: { given: 'redacted_recordings' },
      rows: { withheld_what: 'faces' },
      typed: { withheld_provision: 'RSMo 211.321.3', given_words: 'The video itself', withheld_why: 'A child is named.', next_step: 'You may ask for written grounds.' },
    }));
  await does('no record', few, (hand, number) =>
    acts(hand, desk, number, 'find_no_record', {
      chosen: { why: 'not_made' },
      typed: { searched_by: 'Monday Custodian', searched_on: daysAgo(0), text: 'Searched by day, place and officer.' },
    }));
  await does('court order', few, (hand, number) =>
    acts(hand, desk, number, 'enter_order', {
      chosen: { ruling: 'disclose' },
      typed: { court: 'Circuit Court of Jackson County', case_number: `2616-CV${Date.now() % 100000}`, dated: daysAgo(0) },
    }));

  // A letter to somebody shown, and a delivery in which nobody is to be told.
  const reaches = async (hand: Hand, number: string, source: string) => {
    await hand.click(desk.locator('tbody a').filter({ hasText: number }).first());
    await hand.click(desk.getByRole('button', { name: `Link ${source}` }));
    await hand.click(desk.locator('summary[data-act="record_inactive"]'));
    await hand.choose(desk, 'ground', 'not_pursued');
    await hand.click(sends(desk, 'Record: investigation inactive'));
    await hand.click(desk.locator('table:has(#linked) a[href$="/people"]'));
  };
  const told = `MON-T${Date.now()}`;
  await registers(desk, told);
  await does('notice', [14, 12], async (hand, number) => {
    await reaches(hand, number, told);
    await hand.type(desk, 'seen', '0:10-0:20');
    await hand.type(desk, 'name', 'Ana Example');
    await hand.type(desk, 'postal_address', '12 Example Street\nKansas City, MO 64106');
    await hand.choose(desk, 'people_logged', 'yes');
    await hand.click(sends(desk, 'Keep this person'));
    await hand.click(desk.locator('main').getByRole('link', { name: `Release on ${number}` }));
    await hand.choose(desk, 'channel', 'certified_mail');
    await hand.click(sends(desk, 'Send the letters'));
    await expect(desk.locator('.bwc-letters-one')).toHaveCount(1);
  });
  const free = `MON-F${Date.now()}`;
  await registers(desk, free);
  await does('release', [14, 12], async (hand, number) => {
    await reaches(hand, number, free);
    await hand.click(sends(desk, 'Everybody is in the log'));
    const copy = info.outputPath('copy.mp4');
    writeFileSync(copy, film);
    await hand.attach(desk, 'file', copy);
    await hand.click(sends(desk, 'Send the file'));
    await expect(desk.locator('[data-approved="no"]')).toBeVisible();
    await second.goto('/staff/queue');
    hand.loads -= 1;
    await hand.click(second.locator('main').getByRole('link', { name: /to approve/ }).first());
    await hand.click(second.getByText('Look at the file'));
    await hand.click(sends(second, 'Approve exactly this file'));
    await hand.click(desk.locator('main').getByRole('link', { name: `Release on ${number}` }));
    await hand.click(sends(desk, 'Release to the requester'));
    await expect(desk).toHaveURL(/done=1/);
  });
  await does('paper filing', few, async (hand) => {
    await hand.click(desk.locator('a[href$="/staff/requests/new"]:visible').first());
    await hand.type(desk, 'received_on', daysAgo(2));
    await hand.choose(desk, 'channel', 'letter');
    await hand.type(desk, 'incident_date', daysAgo(9));
    await hand.type(desk, 'place', 'Truman Road and Prospect Avenue');
    await hand.type(desk, 'name', 'Walter Ames');
    await hand.click(desk.locator('main form[method="post" i] button').last());
    await expect(desk).toHaveURL(/\/receipt$/);
  });
  await does('correction', [10, 8], async (hand, number) => {
    await acts(hand, desk, number, 'ask_clarification', { typed: { text: 'A question for another request.' } });
    await hand.click(desk.locator('main a[href$="/act/take_back"], summary[data-act="take_back"]').first());
    await hand.type(desk, 'text', 'It was meant for another request.');
    await hand.click(desk.locator('main form:visible').filter({ has: desk.locator('[name="text"]') }).last().locator('button').last());
    await expect(status(desk)).not.toHaveAttribute('data-status', 'clarify');
  });
  console.log([...said, all.said('Monday in all')].join('\n'));
});

test('lists show many rows on the first screen', async ({ browser, fiction, script }) => {
  test.skip(!script, 'rows are as high');
  test.slow();
  const page = await browser.newPage({ baseURL: fiction.url, javaScriptEnabled: script, viewport: { width: 1280, height: 800 } });
  await signIn(page, await fiction.staff('custodian', 'Rows Custodian'));
  const said: string[] = [];
  for (const [width, height] of [[1280, 800], [1920, 1080]] as const) {
    await page.setViewportSize({ width, height });
    for (const [list, least] of [['queue', 14], ['recordings', 14], ['notices?view=all', 14], ['orders', 4]] as const) {
      await page.goto(`/staff/${list}`);
      const whole = await page.evaluate(
        () => [...document.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect()).filter((at) => at.height > 0 && at.bottom <= innerHeight).length,
      );
      const total = await page.locator('tbody tr').count();
      said.push(`${list} at ${width}×${height}: ${whole} rows of ${total} on the first screen`);
      expect.soft(whole, list).toBeGreaterThanOrEqual(Math.min(least, total));
      await page.screenshot({ path: `screenshots/list-${list.split('?')[0]}-${width}.png` });
    }
  }
  console.log(said.join('\n'));
  await page.close();
});
