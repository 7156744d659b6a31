import { writeFile } from 'node:fs/promises';
import { signIn, test, expect } from '../town.ts';
import { choose, daysAgo, file, fill, send } from '../people.ts';
import { code, completes, does, logs, notice, records } from '../desk.ts';

/** How many sheets a PDF has: its page tree says it. */
const sheets = (pdf: Buffer) => Math.max(...[...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count (\d+)/gs)].map((found) => Number(found[1])), 0);

// Paper is the same for every screen.
test.beforeEach(({}, info) => test.skip(info.project.name !== 'wide'));

for (const lang of ['', '/es'] as const) {
  test(`a receipt with all that people write fits on one sheet, everything open (${lang || 'en'})`, async ({ page }, info) => {
    await page.goto(`${lang}/request`);
    await choose(page, 'track', 'civil');
    for (const [name, value] of Object.entries({
      incident_date: daysAgo(20),
      incident_date_to: daysAgo(18),
      time_from: '14:00',
      time_to: '15:30',
      place: 'Parking lot behind the grocery store, 3100 Prospect Avenue, near the bus stop',
      report_number: 'KC26-041234',
      officers: 'Officer Martinez, badge 4471, car 312; a second officer with glasses',
      people: 'My son Daniel, 17, red jacket; the driver of the white van; a woman with a stroller',
      description:
        'About half past two my son was stopped beside a white van. Two officers spoke to the driver and then to him. ' +
        'One of them searched his backpack, and his arm was hurt when he was put against the car. A third car came later. ' +
        'It ended when a supervisor arrived. I would like to see all of it, from the first word to the end.',
      name: 'Maria de los Ángeles Hernández-Whitfield',
      relation: 'mother of a person in the video',
      represents: 'Daniel Hernández-Whitfield',
      civil_claim: 'Hernández v. Board of Police Commissioners, a claim for the injury of his arm, not filed yet',
      email: 'maria.hernandez.whitfield@example.org',
      phone: '816-555-0142',
      postal_address: 'Apartment 14B\n4812 Independence Avenue\nKansas City, MO 64124',
      needed_by: daysAgo(-40),
    })) await fill(page, name, value);
    await send(page);
    await expect(page).toHaveURL(/\/request\/filed$/);
    const pdf = await page.pdf({ preferCSSPageSize: true, format: 'Letter' });
    await writeFile(info.outputPath('receipt.pdf'), pdf);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('main details').first()).toBeVisible();
    expect(await page.locator('main details').evaluateAll((all) => all.filter((one) => (one.lastElementChild as HTMLElement).getClientRects().length === 0).length)).toBe(0);
    expect(sheets(pdf)).toBe(1);
  });
}

const WORDS =
  'I was in the kitchen in my night clothes when they came in. My mother stands behind me and is ill; you can see her medicine on the table. ' +
  'Nobody asked us whether we want to be filmed. I have lived in this house for thirty years, and I do not want the neighbors to see it. ' +
  'If the video has to be released, hide us both, and take out what I say about my mother’s illness from the second minute on. ' +
  'My sister, who is a nurse, can tell you the same, and you can call her at the number below in the evening.';

test('the receipt of an objection with all that people write prints on one sheet', async ({ page, elsewhere, server }, info) => {
  test.slow();
  const mine = await file(page);
  const desk = await elsewhere();
  await signIn(desk, await server.staff('custodian'));
  const recording = await records(desk, `PX-${Date.now()}`, mine.number);
  await logs(desk, recording, 'Person B');
  await completes(desk, recording);
  const release = `/staff/requests/${mine.number}/release`;
  await does(desk, release, 'open_all');
  await does(desk, release, 'send_all', {}, { channel: 'certified_mail', audience: 'public' });
  const letter = await code(desk, await notice(desk, mine.number, 'Person B'));
  for (const lang of ['', '/es'] as const) {
    await page.goto(`${lang}/notice`);
    await fill(page, 'code', letter);
    await page.locator('main form button').first().click();
    await page.goto(`${lang}/notice/objection`);
    await choose(page, 'relief', 'part');
    for (const name of ['asks', 'grounds']) for (const box of await page.locator(`main [name="${name}"]`).all()) await box.check();
    for (const [name, value] of Object.entries({
      cut: '0:12-1:05, 2:00-2:30, 3:10-3:40',
      wait_until: daysAgo(-60),
      words: WORDS,
      reply: 'By letter to 12 Example Street, Kansas City, MO 64106, or call 816-555-0142 in the evening',
    })) await fill(page, name, value);
    await choose(page, 'capacity', 'person');
    const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
    await page.locator('main [name="papers"]').setInputFiles([paper('letter of the doctor.pdf'), paper('statement of my sister.pdf')]);
    await page.locator('main form button').last().click();
    await expect(page.locator('[data-access-code]')).toBeVisible();
    const pdf = await page.pdf({ preferCSSPageSize: true, format: 'Letter' });
    await writeFile(info.outputPath(`objection${lang.replace('/', '-')}.pdf`), pdf);
    expect(sheets(pdf), lang).toBe(1);
    await page.goto(`${lang}/notice`);
    await page.locator('main form:has(input[value="leave"]) button').click();
  }
});

test('what came on paper is handed over on two sheets, the code on the second alone', async ({ page, axe, server }, info) => {
  await signIn(page, await server.staff('custodian'));
  await page.goto('/staff/requests/new');
  await fill(page, 'received_on', daysAgo(2));
  await choose(page, 'channel', 'letter');
  await fill(page, 'incident_date', daysAgo(9));
  await fill(page, 'place', 'Truman Road and Prospect Avenue');
  await fill(page, 'name', 'Walter Ames');
  await choose(page, 'language', 'es');
  await page.locator('main form[method="post" i] button').last().click();
  await expect(page).toHaveURL(/\/es\/staff\/requests\/KC-.*\/receipt$/);
  await axe(page);
  // On the screen the code is behind one click, for the telephone.
  await expect(page.locator('.bwc-sealed')).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'Letter' });
  await writeFile(info.outputPath('handed-over.pdf'), pdf);
  expect(sheets(pdf)).toBe(2);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.bwc-sealed')).toBeVisible();
  await expect(page.locator('.bwc-receipt [data-access-code]')).toBeHidden();
});
