import { writeFile } from 'node:fs/promises';
import { signIn, test, expect } from '../town.ts';
import { act, choose, daysAgo, file, fill, open, status } from '../people.ts';
import { code, completes, does, logs, film, notice, records, submit } from '../desk.ts';

test('a person who got a letter understands it, objects in part, and reads the answer', async ({ page, elsewhere, server, axe, shot }) => {
  test.slow();
  const mine = await file(page);
  const desk = await elsewhere();
  await signIn(desk, await server.staff('custodian'));
  const recording = await records(desk, `AX-${Date.now()}`, mine.number);
  await axe(desk);
  await logs(desk, recording, 'Person B');
  await axe(desk);
  await completes(desk, recording);
  const release = `/staff/requests/${mine.number}/release`;
  await does(desk, release, 'open_all');
  await does(desk, release, 'send_all', {}, { channel: 'certified_mail' });
  await axe(desk);
  await shot(desk, 'release');
  const path = await notice(desk, mine.number, 'Person B');
  const letter = await code(desk, path);
  await axe(desk);
  await shot(desk, 'staff-notice');

  // The person: on paper first, then on the page.
  await page.goto('/notice/check');
  await fill(page, 'code', letter);
  await page.locator('main form button').first().click();
  await expect(page.locator('[data-genuine="yes"]')).toBeVisible();
  await axe(page);
  await page.goto('/es/notice');
  await axe(page);
  await fill(page, 'code', letter.toLowerCase().replaceAll('-', ' '));
  await page.locator('main form button').first().click();
  await expect(page.locator('time[data-clock="C4"]')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Person B');
  await axe(page);
  await shot(page, 'notice-es');
  await page.goto('/notice');
  await axe(page);
  await shot(page, 'notice');
  await page.goto('/notice/objection');
  await axe(page);
  await shot(page, 'objection');
  await page.locator('main form button').last().click();
  await expect(page.locator('#problems')).toBeVisible();
  await choose(page, 'relief', 'part');
  await choose(page, 'asks', 'blur_me');
  await choose(page, 'grounds', 'privacy');
  await choose(page, 'capacity', 'person');
  await fill(page, 'words', 'I was only walking past.');
  // Without papers first, then once more with them, without closing the notice.
  await page.locator('main form button').last().click();
  await expect(page.locator('[data-access-code]')).toBeVisible();
  await axe(page);
  await shot(page, 'objection-filed');
  const receipt = (await page.locator('[data-access-code]').innerText()).trim();
  await page.locator('main a[href*="another=1"]').click();
  await choose(page, 'relief', 'whole');
  await choose(page, 'grounds', 'safety');
  await choose(page, 'capacity', 'attorney');
  await page.locator('main [name="papers"]').setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await page.locator('main form button').last().click();
  await expect(page.locator('[data-access-code]')).not.toContainText(receipt);
  await page.goto('/notice');
  await expect(page.locator('.bwc-notice-objections > li')).toHaveCount(2);
  await axe(page);
  await shot(page, 'notice-objected');

  await desk.goto(`${path}?act=answer`);
  const asked = desk.locator('.bwc-notice-objections');
  for (const words of ['blur me', 'something private', 'The person', 'somebody in danger', 'Attorney', 'letter.pdf']) await expect(asked).toContainText(words);
  await shot(desk, 'staff-notice-answering');
  await desk.locator('main [name="objection"]').first().check();
  await choose(desk, 'answer', 'settled_by_redaction');
  await choose(desk, 'asks', 'blur_me');
  await fill(desk, 'on', daysAgo(0));
  await submit(desk, 'answer');
  await expect(desk).toHaveURL(/done=1/);
  await shot(desk, 'staff-notice-answered');
  await page.context().clearCookies();
  await page.goto('/notice');
  await fill(page, 'code', receipt);
  await page.locator('main form button').first().click();
  await expect(page.locator('.bwc-notice-objections')).toContainText('Settled by redaction');
});

test('a video leaves through the gate: two people, everybody told, to the requester and the library', async ({ page, elsewhere, server, axe, shot }, info) => {
  test.slow();
  const mine = await file(page);
  const desk = await elsewhere();
  await signIn(desk, await server.staff('custodian'));
  await act(desk, mine.number, 'acknowledge');
  await act(desk, mine.number, 'record_inactive', { since: daysAgo(1) }, { ground: 'not_pursued' });
  const recording = await records(desk, `BX-${Date.now()}`, mine.number);
  await logs(desk, recording, 'Person C');
  await completes(desk, recording);
  const release = `/staff/requests/${mine.number}/release`;
  await does(desk, release, 'open_all');
  const path = await notice(desk, mine.number, 'Person C');
  await does(desk, path, 'send', { on: daysAgo(20) }, { channel: 'certified_mail', to: 'person' });
  await does(desk, path, 'receive', { on: daysAgo(18) }, { proof: 'certified_mail' });

  // A playlist that calls itself a film is told apart, and nothing is lost.
  const files = `${recording}/files`;
  const send = async (bytes: Buffer, kind: string, name: string) => {
    await desk.goto(files);
    await choose(desk, 'file_kind', kind);
    const at = info.outputPath(name);
    await writeFile(at, bytes);
    await desk.locator('main [name="file"]').setInputFiles(at);
    await submit(desk, 'upload');
  };
  await send(Buffer.from('#EXTM3U\nhttp://10.0.0.1/secret\n'), 'copy', 'movie.mp4');
  await expect(desk.locator('main')).toContainText('not an MP4');
  await send(film, 'copy', 'copy.mp4');
  await expect(desk).toHaveURL(/done=1/);
  await expect(desk.locator('[data-approved="no"]')).toBeVisible();
  await send(Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n'), 'captions', 'captions.vtt');
  await expect(desk).toHaveURL(/done=1/);
  await desk.goto(files);
  await fill(desk, 'redactions', 'blur 0:22-0:25 | RSMo 610.100.3');
  await submit(desk, 'redactions');
  await expect(desk).toHaveURL(/done=1/);
  await axe(desk);
  await shot(desk, 'files');

  const second = await elsewhere();
  await signIn(second, await server.staff('reviewer'));
  await second.goto(files);
  await submit(second, 'approve');
  await expect(second.locator('[data-approved="yes"]')).toBeVisible();

  // One line is open: the days are over, the court's docket was not looked at again.
  await desk.goto(release);
  await expect(desk.locator('[data-gate="open"]')).toHaveCount(1);
  await desk.goto(`${release}?act=release`);
  await submit(desk, 'release');
  await expect(desk.locator('[data-refusal]')).toBeVisible();
  await does(desk, path, 'clear', { on: daysAgo(0) });
  await desk.goto(release);
  await expect(desk.locator('[data-gate="open"]')).toHaveCount(0);
  await axe(desk);
  await shot(desk, 'release-free');
  await does(desk, release, 'release');
  await does(desk, release, 'publish', { title: 'Truman Road, a test', warning: 'Shouting.' });

  await open(page, mine);
  await expect(status(page)).toHaveAttribute('data-status', 'partial');
  await axe(page);
  await shot(page, 'delivered');
  const sha = (await page.locator('.bwc-code--hash').first().innerText()).trim();
  const video = await page.request.get(new URL((await page.locator('#delivered video').getAttribute('src'))!, page.url()).href, { headers: { Range: 'bytes=0-7' } });
  expect(video.status()).toBe(206);

  await page.goto('/library');
  await axe(page);
  await page.locator('main').getByRole('link', { name: 'Truman Road, a test' }).click();
  await expect(page.locator('main')).toContainText(sha);
  await expect(page.locator('main')).toContainText('610.100.3');
  await axe(page);
  await shot(page, 'library-video');
  await page.goto(`/es${new URL(page.url()).pathname}`);
  await axe(page);
  const address = page.url();

  await does(desk, recording, 'status', { on: daysAgo(0), reason: 'Acquitted.' }, { change: 'reclose' });
  expect((await page.goto(address))!.status()).toBe(410);
  await axe(page);
  await shot(page, 'library-stopped');
});
