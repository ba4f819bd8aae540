// The site's policy and the page's own word that all is well: no violation, no uncaught error, no error on the console.
import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** What the site must send with every file. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export class PolicyWatch {
  private readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Begins before the context has a page. */
  static async begin(context: BrowserContext): Promise<PolicyWatch> {
    const watch = new PolicyWatch();
    await context.exposeBinding(
      '__policyViolated',
      (_, words: string) => void watch.complaints.push(`violation: ${words}`),
    );
    await context.addInitScript(reportViolations);
    context.on('console', (message: ConsoleMessage) => {
      const aboutPolicy = /Content.Security.Policy|Trusted ?Types|TrustedHTML|TrustedScript/i.test(message.text());
      if (message.type() === 'error' || aboutPolicy)
        watch.complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => void watch.complaints.push(`uncaught: ${error.error().message}`));
    return watch;
  }

  /** A fault that the test itself makes is no complaint; violations of the policy always are. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  /** Everything the page complained of. */
  findings(): string[] {
    return this.complaints.filter(
      (words) => words.startsWith('violation') || !this.allowed.some((pattern) => pattern.test(words)),
    );
  }
}

/** In the page. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const tell = (globalThis as unknown as { __policyViolated: (words: string) => void }).__policyViolated;
    tell(`${event.effectiveDirective} ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
  });
}
