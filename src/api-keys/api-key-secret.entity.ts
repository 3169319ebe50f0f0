import { defineEntity, p } from '@mikro-orm/core';
import { ApiKey } from './api-key.entity.js';

/**
 * What proves a key, of which only a hash is kept. After a rotation a key has two that are good for a
 * while; those that were replaced stay, so that who still sends one is told so.
 */
export const ApiKeySecret = defineEntity({
  name: 'ApiKeySecret',
  tableName: 'api_key_secret',
  properties: {
    id: p.integer().primary().autoincrement(),
    apiKey: () => p.manyToOne(ApiKey).index(),
    // The part that is no secret.
    prefix: p.text().unique(),
    hash: p.text().unique(),
    createdAt: p.datetime(3),
    // Null for one that was not replaced.
    goodUntil: p.datetime(3).nullable(),
    // To the minute.
    lastUsedAt: p.datetime(3).nullable(),
  },
});
