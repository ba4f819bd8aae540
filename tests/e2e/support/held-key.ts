// A key whose making takes as long as the test wants.
declare global {
  interface Window {
    /** Lets the key that is being made be finished. */
    finishKey?: () => void;
  }
}

/** In the page: the first key waits until the test lets it go; the others are made as always. */
export function holdFirstKey(): void {
  const subtle = crypto.subtle;
  const make = subtle.generateKey.bind(subtle);
  const held = async (...given: Parameters<SubtleCrypto['generateKey']>): Promise<unknown> => {
    Reflect.deleteProperty(subtle, 'generateKey');
    await new Promise<void>((resolve) => (window.finishKey = resolve));
    return make(...given);
  };
  Object.defineProperty(subtle, 'generateKey', { value: held, configurable: true });
}
