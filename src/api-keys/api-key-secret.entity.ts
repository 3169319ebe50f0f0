import { defineEntity, p } from '@mikro-orm/core';
import { ApiKey } from './api-key.entity.js';

/**
 * A secret of a key, stored as a hash only. A rotation leaves two valid secrets for a while.
 * Replaced secrets are kept, so that a program that still sends one is told why it is refused.
 */
export const ApiKeySecret = defineEntity({
  name: 'ApiKeySecret',
  tableName: 'api_key_secret',
  properties: {
    id: p.integer().primary().autoincrement(),
    apiKey: () => p.manyToOne(ApiKey).index(),
    // The part of the secret that is not confidential.
    prefix: p.text().unique(),
    hash: p.text().unique(),
    createdAt: p.datetime(3),
    // Null unless the secret was replaced.
    goodUntil: p.datetime(3).nullable(),
    // To the minute.
    lastUsedAt: p.datetime(3).nullable(),
  },
});
