import { defineEntity, p } from '@mikro-orm/core';

/** The content of files, each stored once however often it is used; the hash is also where it lies. */
export const EvidenceFile = defineEntity({
  name: 'EvidenceFile',
  tableName: 'evidence_file',
  properties: {
    id: p.integer().primary().autoincrement(),
    // SHA-256 of the content, in hexadecimal digits.
    sha256: p.text().unique(),
    // In bytes.
    size: p.integer().check('size > 0'),
    // By content, never by name.
    mediaType: p.text(),
    storedAt: p.datetime(3),
    // Since when a look at it has found no evidence with this content; null when it was found named.
    unnamedSince: p.datetime(3).nullable(),
  },
});
