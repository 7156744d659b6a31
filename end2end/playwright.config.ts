import { defineConfig } from '@playwright/test';

const wide = { width: 1280, height: 900 };
// The narrowest phone that WCAG 2.2 asks for (reflow, 1.4.10).
const narrow = { width: 320, height: 640 };

/**
 * Every journey runs four times: on a wide and on a narrow screen, with and without script.
 * One worker per core of a small machine; each has a server and data of its own.
 */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results/files',
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    trace: 'retain-on-failure',
    launchOptions: {
      // Playwright would fetch a browser of its own; the system's is used.
      executablePath: process.env.DAYLIGHT_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'wide', use: { viewport: wide } },
    { name: 'narrow', use: { viewport: narrow } },
    { name: 'wide without script', use: { viewport: wide, javaScriptEnabled: false } },
    { name: 'narrow without script', use: { viewport: narrow, javaScriptEnabled: false } },
  ],
});
