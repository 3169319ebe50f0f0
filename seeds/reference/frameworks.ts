import { readFile } from 'node:fs/promises';
import type { FrameworkFile } from '../../src/frameworks/framework-file.js';
import { readFramework } from '../../src/frameworks/read-framework.js';

/** A reference framework by the name of its file. */
export async function referenceFramework(name: string): Promise<FrameworkFile> {
  const path = new URL(`./frameworks/${name}.json`, import.meta.url);
  const { file, problems } = readFramework(await readFile(path, 'utf8'));
  if (!file) throw new Error(`${name}: ${JSON.stringify(problems)}`);
  return file;
}
