import { defineEntity, p } from '@mikro-orm/core';
import type { FileFinding } from '../file-checks/file-finding.js';
import { guardedRows } from '../database/guarded-rows.js';

/**
 * The content of files, each stored once however often it is used. The hash is also its key in the
 * store.
 */
export const EvidenceFile = defineEntity({
  name: 'EvidenceFile',
  tableName: 'evidence_file',
  policies: guardedRows(),
  properties: {
    id: p.integer().primary().autoincrement(),
    // SHA-256 of the content, in hexadecimal digits.
    sha256: p.text().unique(),
    // In bytes.
    size: p.integer().check('size > 0'),
    // Detected from the content, never from the name.
    mediaType: p.text(),
    // What a reader should know of; null for a file that nobody has looked into.
    findings: p.array().$type<FileFinding[]>().nullable(),
    // When a virus scanner examined it last; null for never.
    examinedAt: p.datetime(3).nullable(),
    // The name of the signature that it found; such a file is handed to nobody.
    virus: p.text().nullable(),
    storedAt: p.datetime(3),
    // Since when no evidence has used this content; null when it was last found in use.
    unnamedSince: p.datetime(3).nullable(),
  },
  indexes: [
    {
      // Few files wait to be examined among many that were.
      name: 'evidence_file_waiting_index',
      expression:
        'create index evidence_file_waiting_index on evidence_file (id) where findings is null or examined_at is null or virus is not null',
    },
  ],
});
