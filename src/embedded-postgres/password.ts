import { createHmac, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OperatorError } from '../shared/errors.js';
import { readIfPresent, syncDirectory } from './files.js';

const wellFormed = /^[\w-]{43}$/;

/**
 * The password of the embedded server.
 * @throws OperatorError EMBEDDED_POSTGRES_PASSWORD_LOST when the file is missing or damaged.
 */
export async function readPassword(path: string): Promise<string> {
  const password = await passwordIn(path);
  if (password !== null) return password;
  throw passwordLost(path);
}

/**
 * The password of the role that serves: it follows from that of the superuser, and not the other way round,
 * so that nothing more is kept.
 */
export function servicePassword(password: string): string {
  return createHmac('sha256', password).update('service').digest('base64url');
}

/** What to tell when the file does not hold the password that the cluster was made with. */
export function passwordLost(path: string): OperatorError {
  return new OperatorError(
    'EMBEDDED_POSTGRES_PASSWORD_LOST',
    `The file ${path} does not hold the password of the embedded PostgreSQL. Restore it from a ` +
      'backup, or set HUB_DATA_DIR to a new folder to start with an empty database.',
  );
}

/** The password that a new cluster is to get; written before the cluster is there. */
export async function ensurePassword(path: string): Promise<string> {
  const existing = await passwordIn(path);
  if (existing !== null) return existing;
  const password = randomBytes(32).toString('base64url');
  await writeDurably(path, password);
  return password;
}

/** On disk, and whole: PostgreSQL would keep a password that a power cut took from the file. */
async function writeDurably(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
}

async function passwordIn(path: string): Promise<string | null> {
  const password = (await readIfPresent(path))?.trim() ?? '';
  return wellFormed.test(password) ? password : null;
}
