// Ways through the form that stop at every state a page can be in, so that whatever must hold of every page is looked at there.
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { Form } from '../pages/form.ts';
import type { PolicyWatch } from '../support/policy.ts';
import type { Sandbox, SandboxOptions } from '../support/sandbox.ts';
import type { Sent, Wire } from '../support/wire.ts';
import { expect } from '../support/test.ts';

/** Is called at each state, by its name: the page, and what is special of it. */
export type Look = (state: string) => Promise<void>;

/** What a tour has to work with. */
export interface Visit {
  form: Form;
  page: Page;
  context: BrowserContext;
  sandbox: Sandbox;
  wire: Wire;
  policy: PolicyWatch;
  look: Look;
}

export interface Tour {
  /** What it leads through. */
  name: string;
  /** What its sandbox is started with. */
  options: SandboxOptions;
  go: (visit: Visit) => Promise<void>;
}

/** Whether this call is of the billing system's function `func`. */
export function calls(func: string): (sent: Sent) => boolean {
  return ({ body }) => new URLSearchParams(body.toString()).get('func') === func;
}

/** While `look` is at the page, the calls that `isHeld` names get no answer; `act` leads to one of them. */
export async function whileHeld(
  wire: Wire,
  isHeld: (sent: Sent) => boolean,
  act: () => Promise<void>,
  look: () => Promise<void>,
): Promise<void> {
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  wire.faults.before = async (sent) => {
    if (isHeld(sent)) await held;
  };
  await act();
  await look();
  delete wire.faults.before;
  go();
}

/** Opens the dialog of a button by keyboard, lets it be looked at, and leaves it by Escape. */
export async function inDialog(page: Page, opener: Locator, look: () => Promise<void>): Promise<void> {
  await opener.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await look();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
}
