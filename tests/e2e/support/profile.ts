// The files of a browser's profile, read past the browser.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Which of these octets lie in the files below `folder`, by their names. */
export async function filesHold(folder: string, needles: Record<string, Buffer>): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // Files of a running browser come and go.
    const octets = await readFile(join(entry.parentPath, entry.name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return Buffer.alloc(0);
    });
    for (const [name, needle] of Object.entries(needles)) if (octets.includes(needle)) found.add(name);
  }
  return [...found].sort();
}
