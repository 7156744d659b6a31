import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { test, expect } from '../town.ts';

const program = path.resolve(process.env.DAYLIGHT_PROGRAM ?? '../target/debug/daylight');
const site = path.join(path.dirname(program), 'site');
const size = (file: string) => brotliCompressSync(readFileSync(file)).length;
const built = (ending: string) => readdirSync(path.join(site, 'pkg')).filter((name) => name.endsWith(ending));

// One project is enough: the files are the same for every screen.
test.beforeEach(({}, info) => test.skip(info.project.name !== 'wide'));

test('the wasm fits into 150 KB', () => {
  const [wasm, ...others] = built('.wasm');
  expect(others).toEqual([]);
  expect(size(path.join(site, 'pkg', wasm))).toBeLessThanOrEqual(150 * 1024);
});

test('the style sheet and the font leave room for the page in 60 KB', () => {
  const [css, ...others] = built('.css');
  expect(others).toEqual([]);
  const font = readFileSync(path.join(site, 'public-sans.woff2')).length;
  expect(font + size(path.join(site, 'pkg', css))).toBeLessThanOrEqual(50 * 1024);
});

test('script, wasm and style travel compressed', async ({ request }) => {
  for (const ending of ['.js', '.wasm', '.css']) {
    const [name] = built(ending);
    const answer = await request.get(`/pkg/${name}`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers()['content-encoding'], name).toBe('br');
  }
});
