import { readdirSync, readFileSync } from 'node:fs';
import type { FrameworkFile } from '../../src/frameworks/framework-file.js';
import { readFramework } from '../../src/frameworks/read-framework.js';

const FOLDER = new URL('../../seeds/reference/frameworks/', import.meta.url);

export function referenceFiles(): string[] {
  return readdirSync(FOLDER).sort();
}

export function referenceText(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

export function reference(name: string): FrameworkFile {
  const { file, problems } = readFramework(referenceText(name));
  if (!file) throw new Error(JSON.stringify(problems));
  return file;
}
