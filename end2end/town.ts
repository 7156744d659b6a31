import { test as base, expect, type Page } from '@playwright/test';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import { Server, type Account } from './server.ts';

export { expect };
export type { Account, Role } from './server.ts';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const wcag: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
};

type Fixtures = {
  /** Fails the test unless axe finds nothing. Without script it does nothing: the page is the same, and axe is script. */
  axe: (page: Page) => Promise<void>;
  /** Keeps a picture in end2end/screenshots, which git ignores. */
  shot: (page: Page, name: string) => Promise<void>;
  /** A page of somebody else's browser: another person, with cookies of their own. */
  elsewhere: () => Promise<Page>;
  /** Whether the browser runs script here. */
  script: boolean;
  /** What went wrong in the browser: a test in which anything does, fails. */
  complaints: string[];
};

export const test = base.extend<Fixtures, { server: Server; fiction: Server }>({
  server: [
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  // A fictional year: pages that have something to show.
  fiction: [
    async ({}, use) => {
      const server = await Server.start({}, ['demo', '--requests', '300', '--seed', '7']);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  script: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),

  // An init script runs under our content security policy as it stands. Playwright's `bypassCSP` would hide the very
  // violations that a journey must find.
  context: async ({ context, script }, use) => {
    if (script) await context.addInitScript({ path: axeSource });
    await use(context);
  },

  elsewhere: async ({ browser, baseURL, script, viewport }, use) => {
    const pages: Page[] = [];
    await use(async () => {
      const page = await browser.newPage({ baseURL, javaScriptEnabled: script, viewport });
      if (script) await page.addInitScript({ path: axeSource });
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.close();
  },

  complaints: [
    async ({ context, server }, use, info) => {
      const complaints: string[] = [];
      context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
      context.on('console', (message) => {
        // A page that answers 404 or 422 is told on the console too; journeys ask for such pages on purpose.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          complaints.push(`console: ${message.text()}`);
        }
      });
      await use(complaints);
      if (info.status !== info.expectedStatus) {
        await info.attach('server.log', { body: server.said(), contentType: 'text/plain' });
      }
      expect(complaints, 'what the browser complained of').toEqual([]);
    },
    { auto: true },
  ],

  axe: async ({ script }, use) =>
    use(async (page) => {
      if (!script) return;
      const { violations } = await page.evaluate(
        (options) => (globalThis as unknown as { axe: { run(o: unknown): Promise<AxeResults> } }).axe.run(options),
        wcag,
      );
      const told = violations.map(
        (one) => `${one.id}: ${one.help}\n${one.nodes.map((node) => `    ${node.html}\n    ${node.failureSummary}`).join('\n')}`,
      );
      expect(told, `axe on ${page.url()}`).toEqual([]);
    }),

  shot: async ({}, use, info) =>
    use(async (page, name) => {
      const file = path.join('screenshots', info.project.name.replaceAll(' ', '-'), `${name}.png`);
      await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    }),
});

/** Signs a member of staff in, by the page that they use. */
export async function signIn(page: Page, account: Account) {
  await page.goto('/staff/sign-in');
  await page.locator('input[type=email]').fill(account.email);
  await page.locator('input[type=password]').fill(account.password);
  await page.locator('main form button[type=submit], main form button:not([type])').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}
