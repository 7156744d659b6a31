import { signIn, test, expect } from '../town.ts';
import { choose, daysAgo, file, fill } from '../people.ts';
import { completes, does, notice, records, submit } from '../desk.ts';

const PAGE = /\/Type\s*\/Page\b/g;
const LONG = 'Parking lot behind the supermarket at the corner of Independence Avenue and Prospect Avenue, Kansas City, Missouri 64124';
const REASONS = 'The copy blurs every face that is not the one of an officer. '.repeat(20);

test('a letter to a parent or guardian is about the child, and goes out on three sheets at most', async ({ page, elsewhere, server }, info) => {
  test.skip(info.project.name !== 'wide', 'paper is as wide everywhere');
  test.slow();
  const mine = await file(page);
  const desk = await elsewhere();
  await signIn(desk, await server.staff('custodian'));
  const recording = await records(desk, `LX-${Date.now()}`, mine.number, { place: LONG });
  const people = [
    { pseudonym: 'Child A', language: 'en' },
    { pseudonym: 'Child B', language: 'es' },
  ];
  for (const { pseudonym, language } of people) {
    await desk.goto(`${recording}/people`);
    await fill(desk, 'pseudonym', pseudonym);
    for (const field of ['seen', 'heard']) await fill(desk, field, '0:01-0:05, 0:10-0:20, 0:22-0:31.5, 0:35-0:36, 0:40-0:55');
    await choose(desk, 'facts', 'minor');
    await submit(desk, 'person');
    await expect(desk).toHaveURL(/\/staff\/people\/[0-9a-f]+/);
    await choose(desk, 'receiver', 'parent_or_guardian');
    await fill(desk, 'name', 'María Guadalupe Fernández de la Cruz y Montenegro');
    await fill(desk, 'postal_address', 'c/o Northeast Community Center, Room 214\n1234 North Independence Avenue, Building C\nKansas City, MO 64124');
    await choose(desk, 'language', language);
    await submit(desk, 'contact');
    await expect(desk).toHaveURL(/done=1/);
  }
  // A place that is not public: the longest kind of notice goes too.
  await desk.goto(`${recording}?act=scene`);
  await choose(desk, 'location_kind', 'nonpublic');
  await submit(desk, 'scene');
  await completes(desk, recording);
  const release = `/staff/requests/${mine.number}/release`;
  await does(desk, release, 'open_all');
  await does(desk, release, 'send_all', {}, { channel: 'certified_mail' });
  const path = await notice(desk, mine.number, 'Child B');
  await does(desk, path, 'object', { on: daysAgo(0) }, { relief: 'part', asks: 'blur_me', capacity: 'parent_or_guardian', language: 'es' });
  await does(desk, path, 'answer', { on: daysAgo(0), reasons: REASONS }, { objection: await objection(desk, path), answer: 'overruled' });

  await desk.goto('/staff/letters');
  const letters = desk.locator('.bwc-letters-one');
  await expect(letters).toHaveCount(6);
  for (const letter of await letters.all()) {
    await expect(letter.locator('.bwc-letter-head')).toContainText('816-');
    await expect(letter.locator('article')).toHaveCount(1);
    await expect(letter).toContainText(/the child or the person in your care|menor o (a |de )?la persona a su cargo/i);
    await expect(letter).not.toContainText(/you are seen|you are heard|usted se ve|usted se oye|usted aparece/i);
  }
  await desk.emulateMedia({ media: 'print' });
  const whole = await desk.pdf({ preferCSSPageSize: true, path: process.env.LETTERS_PDF });
  let sum = 0;
  for (let at = 0; at < 6; at++) {
    await desk.goto('/staff/letters');
    await desk.evaluate((only) => document.querySelectorAll('.bwc-letters-one').forEach((letter, place) => place === only || letter.remove()), at);
    const sheets = (await desk.pdf({ preferCSSPageSize: true })).toString('latin1').match(PAGE)!.length;
    expect(sheets, `letter ${at}`).toBeLessThanOrEqual(3);
    sum += sheets;
  }
  expect(whole.toString('latin1').match(PAGE)!.length, 'no letter shares a sheet').toBe(sum);
});

async function objection(page: import('@playwright/test').Page, path: string): Promise<string> {
  await page.goto(`${path}?act=answer`);
  return (await page.locator('main [name="objection"]').first().getAttribute('value'))!;
}
