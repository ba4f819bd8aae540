// The one request that moves money, and what came of it.
import { expect } from '@playwright/test';
import type { Sandbox } from './sandbox.ts';
import type { Sent } from './wire.ts';

/** Whether this request pays. */
export function isPayment({ body }: Sent): boolean {
  const params = new URLSearchParams(body.toString());
  return params.get('func') === 'payment.add.method' && params.get('sok') === 'ok';
}

/** The amounts of all payments for certificates, in cents. */
export async function paid(sandbox: Sandbox): Promise<number[]> {
  const amounts = (await sandbox.orders()).flatMap(({ payments }) =>
    payments.map(({ id, amount_minor }) => [id, amount_minor] as const),
  );
  // A payment for two certificates stands at both.
  return [...new Map(amounts).values()];
}

/** The one order there is. */
export async function onlyOrder(sandbox: Sandbox): Promise<Awaited<ReturnType<Sandbox['orders']>>[number]> {
  const [order, ...others] = await sandbox.orders();
  expect(others).toEqual([]);
  return order!;
}
