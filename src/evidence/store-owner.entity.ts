import { defineEntity, p } from '@mikro-orm/core';

/**
 * The single row with the random id by which a store of evidence is known to belong to this
 * database; the store keeps the same id.
 */
export const StoreOwner = defineEntity({
  name: 'StoreOwner',
  tableName: 'evidence_store_owner',
  properties: {
    id: p.integer().primary().autoincrement(false).check('id = 1'),
    owner: p.text(),
  },
});
