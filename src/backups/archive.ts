import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Raised when a hub could not read a backup as the ones before. */
export const FORMAT = 1;

/** The first part, and the last. */
export const HEADER = 'backup.json';
export const CONTENTS = 'contents.json';

/** How the secrets were sealed with the passphrase; all bytes in base64. */
const sealedSecrets = z.object({
  scrypt: z.object({ N: z.number(), r: z.number(), p: z.number(), salt: z.string() }),
  nonce: z.string(),
  sealed: z.string(),
});
export type SealedSecrets = z.infer<typeof sealedSecrets>;

/** What is known before anything is read. */
export const header = z.object({
  format: z.literal(FORMAT),
  hubVersion: z.string(),
  takenAt: z.iso.datetime(),
  /** The state of the published data in it. */
  revision: z.number(),
  publishedAt: z.iso.datetime(),
  /** The names of the migrations that have made the tables. */
  migrations: z.array(z.string()),
  /** The id by which a store of evidence is known to be of this database; null when none has claimed one. */
  storeOwner: z.string().nullable(),
  secrets: sealedSecrets,
});
export type Header = z.infer<typeof header>;

const table = z.object({
  name: z.string(),
  /** In the order in which COPY wrote them. */
  columns: z.array(z.string()),
  rows: z.number(),
  bytes: z.number(),
  sha256: z.string(),
});
export type TableContents = z.infer<typeof table>;

/** What the backup has, by which it is checked. */
export const contents = z.object({
  headerSha256: z.string(),
  tables: z.array(table),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), called: z.boolean() })),
  /** The name of a content is the SHA-256 of its bytes. */
  evidence: z.object({
    files: z.number(),
    bytes: z.number(),
    /** What the database names and the store did not have whole. */
    missing: z.array(z.string()),
  }),
});
export type Contents = z.infer<typeof contents>;

/** The name of a part with rows of a table; their order is that of the names. */
export function rowsName(tableName: string, number: number): string {
  return `tables/${tableName}/${String(number).padStart(6, '0')}.copy`;
}

/** The table of a part; null for a part that has no rows. */
export function tableOf(partName: string): string | null {
  return /^tables\/([^/]+)\/\d+\.copy$/.exec(partName)?.[1] ?? null;
}

export function evidenceName(sha256: string): string {
  return `evidence/${sha256}`;
}

/** The SHA-256 of the content in a part; null for a part that is none. */
export function sha256Of(partName: string): string | null {
  return /^evidence\/([0-9a-f]{64})$/.exec(partName)?.[1] ?? null;
}

const LINE_FEED = 10;

/** COPY writes each row as a line, and a line feed in a value as two other signs. */
export function linesIn(rows: Buffer): number {
  let lines = 0;
  for (let at = rows.indexOf(LINE_FEED); at >= 0; at = rows.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

export function digestOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
