import { writeFile } from 'node:fs/promises';
import { test, expect } from '../town.ts';
import { choose, daysAgo, fill, send } from '../people.ts';

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
