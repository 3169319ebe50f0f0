import { defineEntity, p } from '@mikro-orm/core';
import type { ApiKeyScope } from '../auth/api-key.js';

export const ApiKey = defineEntity({
  name: 'ApiKey',
  tableName: 'api_key',
  properties: {
    id: p.integer().primary().autoincrement(),
    // The owner and the purpose, for operators to read.
    name: p.text(),
    scopes: p.array().$type<ApiKeyScope[]>(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    version: p.integer().version(),
  },
  checks: [{ name: 'api_key_scopes', expression: 'cardinality(scopes) > 0' }],
});
