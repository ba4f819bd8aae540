// Whole orders in the engines that customers have, by WebDriver: `make test-engines`. Playwright is the runner here, not the browser.
//
//   npx playwright test -c tests/engines [--project=webkit]
//   BENCH=1 npx playwright test -c tests/engines          prints how long the form takes to come
import { defineConfig } from '@playwright/test';
import { ROOT } from '../e2e/support/paths.ts';
import { ENGINES, type EngineName } from './engine.ts';

export default defineConfig<{ engineName: EngineName }>({
  testDir: 'specs',
  ...(process.env.BENCH === '1' ? { grep: /@bench/, workers: 1 } : { grepInvert: /@bench/, workers: 2 }),
  outputDir: `${ROOT}/test-results/engines`,
  reporter: [['list']],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  projects: ENGINES.map((name) => ({ name, use: { engineName: name } })),
});
