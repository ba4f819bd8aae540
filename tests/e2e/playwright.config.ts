// End-to-end tests: the release build in Chromium against a real sandbox, one sandbox for each test.
//
//   npx playwright test -c tests/e2e                     all but what is marked @long
//   LONG=1 npx playwright test -c tests/e2e              everything
//   SCREENSHOTS=1 npx playwright test -c tests/e2e --grep @screenshots
//
// SITE names the built site (dist/), SANDBOX the sandbox's program, CHROMIUM the browser.
import { defineConfig } from '@playwright/test';
import { CHROMIUM, ROOT } from './support/paths.ts';

const SCREENSHOTS = process.env.SCREENSHOTS === '1';
const LONG = process.env.LONG === '1';

/**
 * What Chromium does by itself would hide what the page does: it asks its maker about forms it could fill in, and about hints.
 * The last such argument counts, so these repeat what Playwright turns off and a page on http: needs.
 */
const WITHOUT = [
  'AutofillServerCommunication',
  'OptimizationHints',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'AimEnabled',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'PaintHolding',
];

export default defineConfig({
  testDir: 'specs',
  testIgnore: SCREENSHOTS ? [] : ['**/screenshots.spec.ts'],
  ...(LONG || SCREENSHOTS ? {} : { grepInvert: /@long/ }),
  outputDir: `${ROOT}/test-results`,
  reporter: [['list']],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 3,
  timeout: 60_000,
  // What ears are told is pinned in files, the whole of it: `--update-snapshots=all` writes them anew.
  expect: {
    timeout: 10_000,
    toMatchAriaSnapshot: { pathTemplate: '{testDir}/aria/{arg}{ext}', children: 'deep-equal' },
  },
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    locale: 'en-US',
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${WITHOUT.join(',')}`,
      ],
    },
  },
});
