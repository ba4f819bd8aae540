// `test` with a browser of the engine and a sandbox of its own, whose site carries the whole policy.
import { test as base, expect } from '@playwright/test';
import { Sandbox } from '../e2e/support/sandbox.ts';
import { Engine, type EngineName } from './engine.ts';

interface Fixtures {
  engineName: EngineName;
  engine: Engine;
  sandbox: Sandbox;
}

export const test = base.extend<Fixtures>({
  engineName: ['chromium', { option: true }],
  engine: async ({ engineName }, use) => {
    const engine = await Engine.start(engineName);
    await use(engine);
    await engine.end();
  },
  sandbox: async ({}, use) => {
    const sandbox = await Sandbox.start();
    await use(sandbox);
    await sandbox.stop();
  },
});

export { expect };
