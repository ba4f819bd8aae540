// `test` with what every end-to-end test gets: a sandbox of its own, and the watch over policy and egress.
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { Form } from '../pages/form.ts';
import { Egress } from './egress.ts';
import { PolicyWatch } from './policy.ts';
import { Sandbox, type SandboxOptions } from './sandbox.ts';
import { Wire } from './wire.ts';

interface Fixtures {
  /** What the sandbox is started with. */
  sandboxOptions: SandboxOptions;
  sandbox: Sandbox;
  wire: Wire;
  egress: Egress;
  policy: PolicyWatch;
  /** The form in the test's first page. */
  form: Form;
  guard: void;
}

/** Without the guard at the end, for the tests of the guard itself. */
export const unguarded = base.extend<Omit<Fixtures, 'guard'>>({
  sandboxOptions: [{}, { option: true }],
  sandbox: async ({ sandboxOptions }, use) => {
    const sandbox = await Sandbox.start(sandboxOptions);
    await use(sandbox);
    await sandbox.stop();
  },
  wire: async ({ sandbox }, use) => {
    const wire = await Wire.open(sandbox.url);
    await use(wire);
    await wire.close();
  },
  baseURL: async ({ sandbox }, use) => use(`${sandbox.url}/`),
  proxy: async ({ wire }, use) => use({ server: wire.address }),
  permissions: ['clipboard-read', 'clipboard-write'],
  egress: async ({ context, wire, sandbox }, use) => use(await Egress.watch(context, wire, sandbox)),
  policy: async ({ context }, use) => use(await PolicyWatch.begin(context)),
  // The recorders come first: they must be there before the page is.
  form: async ({ egress, policy, page }, use) => {
    void [egress, policy];
    await use(new Form(page));
  },
});

/** Leaves all pages, since a page may send something as it is left; a later page is only there once that is on the wire. */
async function leave(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  for (const page of context.pages()) await page.goto('about:blank');
  if (!sandbox.isUp) return;
  const last = await context.newPage();
  await last.goto(`${sandbox.url}/sandbox/violations`);
}

/** Every test that uses this fails when anything left the browser that should not, or the policy was violated. */
export const test = unguarded.extend<{ guard: void }>({
  guard: [
    async ({ context, egress, policy, sandbox, wire }, use, testInfo) => {
      await use();
      if (testInfo.status !== testInfo.expectedStatus) return;
      expect(policy.findings()).toEqual([]);
      await leave(context, sandbox);
      expect(wire.sent.length, 'the wire sees what the browser sends').toBeGreaterThan(0);
      expect(await egress.findings()).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
