import { access } from 'node:fs/promises';
import type { Client } from 'pg';
import { ADVISORY_LOCKS } from '../database/advisory-locks.js';
import { Hosts } from '../database/host-client.js';
import { PreparingClient } from '../database/preparing-client.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import { messageOf, OperatorError, propertyOf } from '../shared/errors.js';
import { hubVersion } from '../shared/hub-version.js';
import { firstOf } from '../shared/required.js';
import {
  CONTENTS,
  digestOf,
  evidenceName,
  FORMAT,
  HEADER,
  type Contents,
  type Header,
} from './archive.js';
import { copyTables, sequences } from './copied-tables.queries.js';
import { checkArchive } from './read-archive.service.js';
import { sealSecrets } from './sealed-secrets.js';
import { ArchiveWriter } from './write-archive.js';

export interface BackupSource {
  /** Of the database. */
  url: string;
  store: EvidenceStore;
  tokenSecret: Uint8Array;
}

/**
 * Writes everything that a hub has into one file while it runs, reads it again and compares it. The
 * rows are those of one moment, and the evidence is what they name.
 * @throws OperatorError FILE_EXISTS, FILE_UNWRITABLE, BACKUP_NOTHING_THERE
 */
export async function takeBackup(
  source: BackupSource,
  file: string,
  passphrase: string,
): Promise<{ header: Header; contents: Contents }> {
  await refuseExisting(file);
  const client = new PreparingClient(new Hosts(source.url), {
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    // Rows that the user may not see are an error, and not left out.
    row_security: 'off',
  });
  const archive = new ArchiveWriter(file);
  try {
    await client.connect();
    await write(client, source, archive, passphrase);
    await archive.finish();
    const checked = await checkArchive(archive.unfinished);
    await archive.publish();
    return checked;
  } catch (error) {
    await archive.abandon();
    throw readably(error, file);
  } finally {
    await client.end();
  }
}

async function write(
  client: Client,
  { store, tokenSecret }: BackupSource,
  archive: ArchiveWriter,
  passphrase: string,
): Promise<void> {
  // Taken before the rows are looked at: no table is changed, and no content removed, until they are let
  // go with the connection. Other backups may run beside.
  await client.query('select pg_advisory_lock_shared($1)', [ADVISORY_LOCKS.migration]);
  await client.query('select pg_advisory_lock_shared($1)', [ADVISORY_LOCKS.cleaning]);
  await client.query('begin isolation level repeatable read read only');
  const secrets = { tokenSecret: Buffer.from(tokenSecret).toString('utf8') };
  const told: Header = {
    format: FORMAT,
    hubVersion: hubVersion(),
    ...(await stateOf(client)),
    secrets: await sealSecrets(secrets, passphrase),
  };
  const header = jsonOf(told);
  await archive.add(HEADER, header);
  const tables = await copyTables(client, archive);
  const last = await sequences(client);
  const { rows } = await client.query<{ sha256: string }>('select sha256 from evidence_file');
  // What is read of the store needs no rows any more.
  await client.query('commit');
  const evidence = await copyEvidence(store, rows, archive);
  const contents: Contents = {
    headerSha256: digestOf(header),
    tables,
    sequences: last,
    evidence,
  };
  await archive.add(CONTENTS, jsonOf(contents));
}

type State = Omit<Header, 'format' | 'hubVersion' | 'secrets'>;

async function stateOf(client: Client): Promise<State> {
  const found = await client.query<{ there: boolean }>(
    `select to_regclass('mikro_orm_migrations') is not null as there`,
  );
  if (!firstOf(found.rows).there)
    throw new OperatorError(
      'BACKUP_NOTHING_THERE',
      'The database has no tables of a hub, so there is nothing to back up. Check DATABASE_URL and HUB_DATA_DIR.',
    );
  const { rows } = await client.query<State>(`
    select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "takenAt", revision,
      to_char(published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt",
      (select array_agg(name::text order by id) from mikro_orm_migrations) as migrations,
      (select owner from evidence_store_owner) as "storeOwner"
    from publication`);
  return firstOf(rows);
}

/** A content that the store has lost, or not as it was, is left out and told: the rest is needed all the more. */
async function copyEvidence(
  store: EvidenceStore,
  named: readonly { sha256: string }[],
  archive: ArchiveWriter,
): Promise<Contents['evidence']> {
  const evidence: Contents['evidence'] = { files: 0, bytes: 0, missing: [] };
  for (const { sha256 } of named) {
    const content = await contentOf(store, sha256);
    if (content === null) {
      evidence.missing.push(sha256);
      continue;
    }
    await archive.add(evidenceName(sha256), content);
    evidence.files += 1;
    evidence.bytes += content.length;
  }
  return evidence;
}

async function contentOf(store: EvidenceStore, sha256: string): Promise<Buffer | null> {
  if ((await store.find(sha256)) === null) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of await store.read(sha256))
    if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  return digestOf(content) === sha256 ? content : null;
}

function jsonOf(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw exists(file);
}

function exists(file: string): OperatorError {
  return new OperatorError(
    'FILE_EXISTS',
    `${file} is there already and was left as it is. Name another file, or move that one away.`,
  );
}

function readably(error: unknown, file: string): unknown {
  const code = propertyOf(error, 'code');
  if (code === 'EEXIST') return exists(file);
  // What the file system refuses names the path, or is about space.
  if (propertyOf(error, 'path') === undefined && code !== 'ENOSPC') return error;
  return new OperatorError(
    'FILE_UNWRITABLE',
    `The backup ${file} cannot be written: ${messageOf(error)}. Nothing was left behind.`,
    { cause: error },
  );
}
