import { defineEntity, p } from '@mikro-orm/core';
import type { FileFinding } from '../file-checks/file-finding.js';

/**
 * The content of files, each stored once however often it is used. The hash is also its key in the
 * store.
 */
export const EvidenceFile = defineEntity({
  name: 'EvidenceFile',
  tableName: 'evidence_file',
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
    storedAt: p.datetime(3),
    // Since when no evidence has used this content; null when it was last found in use.
    unnamedSince: p.datetime(3).nullable(),
  },
});
