// Holds every answer back until all files that the page needs next have been asked for: what waits for something it does not need
// never comes, and what is asked for too early is seen.

/** What a file is, whatever its hash: `style`, `boot`, `glue`, `wasm`, `words-de`, `config`, `page`, `billmgr`. */
export function kindOf(url: string): string {
  const file = new URL(url, 'http://localhost').pathname.split('/').pop()!;
  if (/^cert-order-/.test(file)) return file.endsWith('.js') ? 'glue' : 'wasm';
  return file.replace(/-[0-9a-f]{16}\.\w+$/, '').replace(/\.\w+$/, '') || 'page';
}

/** For the page itself: waits until it has painted something to read; gives the id of the main part that is there then. */
export const paintedPart = (): Promise<string> =>
  new Promise((resolve) => {
    const look = (entries: PerformanceEntryList) =>
      entries.some(({ name }) => name === 'first-contentful-paint') && resolve(document.querySelector('main')!.id);
    new PerformanceObserver((list) => look(list.getEntries())).observe({ type: 'paint', buffered: true });
  });

export class Rounds {
  /** Everything asked for so far, in that order. */
  readonly asked: string[] = [];
  private held: { kind: string; release: () => void }[] = [];
  private look = () => {};

  /** For every request before it is answered. Browsers ask for the icon when they like. */
  async hold(url: string): Promise<void> {
    const kind = kindOf(url);
    this.asked.push(kind);
    if (kind === 'icon') return;
    await new Promise<void>((release) => {
      this.held.push({ kind, release });
      this.look();
    });
  }

  /** Waits until as many requests as these wait for their answers; gives what they are, in alphabetical order. */
  async waiting(count: number): Promise<string[]> {
    await new Promise<void>((resolve) => {
      this.look = () => this.held.length >= count && resolve();
      this.look();
    });
    return this.held.map(({ kind }) => kind).sort();
  }

  /** Answers all that wait, but for these. */
  release(...kept: string[]): void {
    const going = this.held.filter(({ kind }) => !kept.includes(kind));
    this.held = this.held.filter(({ kind }) => kept.includes(kind));
    for (const { release } of going) release();
  }
}
