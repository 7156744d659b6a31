import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

/** Lighthouse's marks for the release build, in a browser with nothing else to do. `make bench` runs it. */
export default defineConfig({
  ...journeys,
  testDir: 'scores',
  workers: 1,
  timeout: 300_000,
  reporter: 'line',
  projects: [{ name: 'phone' }],
});
