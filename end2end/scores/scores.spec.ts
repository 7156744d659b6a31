import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { freePort } from '../server.ts';
import { test, expect } from '../town.ts';

/** What every page must reach, of 100, on a slow phone with a slow network as Lighthouse plays them. */
const asked = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const names = ['home', 'form', 'status', 'statistics'] as const;

test('home, form, status and statistics get full marks from Lighthouse', async ({ server, launchOptions }) => {
  await server.command(['demo', '--requests', '50']);
  const log = await (await fetch(`${server.url}/requests`)).text();
  const number = /\/requests\/([0-9A-Z-]+)"/.exec(log)?.[1];
  expect(number, 'a request in the public log').toBeTruthy();
  const pages = { home: '/', form: '/request', status: `/requests/${number}`, statistics: '/statistics' };

  const port = await freePort();
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`],
  });
  const marks: Record<string, Record<string, number>> = {};
  const lacking: string[] = [];
  for (const name of names) {
    const run = await lighthouse(server.url + pages[name], { port, output: 'json', logLevel: 'error' });
    expect(run, name).toBeTruthy();
    const { categories, audits } = run!.lhr;
    marks[name] = {};
    for (const [category, least] of Object.entries(asked)) {
      const score = Math.round((categories[category]?.score ?? 0) * 100);
      marks[name][category] = score;
      if (score >= least) continue;
      const failed = categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1);
      lacking.push(`${name}: ${category} ${score}, asked ${least}: ${failed.map(({ id }) => id).join(', ')}`);
    }
  }
  await browser.close();
  console.table(marks);
  expect(lacking).toEqual([]);
});
