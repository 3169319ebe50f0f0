import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

export function hubVersion(): string {
  const path = findPackageJSON('..', import.meta.url);
  if (path === undefined) throw new Error('The hub has no package that says its version.');
  return manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).version;
}
