import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ChangeKind } from '../database/published-change.entity.js';
import { connectionType } from '../graphql/connection.js';
import type { ChangeRow } from './change.queries.js';

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description:
    'The effect of a publication on a node. When there are several, the last one in this order is given: FIGURES, UPDATED, CREATED, DELETED.',
  valuesConfig: {
    FIGURES: {
      description:
        'Counted or derived data of the node changed, but not its own record: for an institution its status; for a unit its counts, the dates of its rounds, its targets, its workforce or its index; for a round its phase. It is also given when only the day made the difference: something is due, opens, closes, begins or has ended. Whatever is a function of the date, such as pace, expected percentage and standing, needs no change. When a plan of a unit changed, the targets of the units under it did too; when a workforce record of a unit changed, its other records may be withheld or shown.',
    },
    UPDATED: { description: 'The record of the node changed.' },
    CREATED: { description: 'The node became public.' },
    DELETED: { description: 'The node is no longer public: `node` returns null to the public.' },
  },
});

@ObjectType('Change', {
  description: 'A change of one public node by one publication.',
})
export class ChangeType implements Pick<ChangeRow, 'revision' | 'kind' | 'nodeType'> {
  @Field(() => Int, {
    description:
      'The data revision of the change. All changes of one revision became visible at once.',
  })
  revision!: number;

  @Field(() => ChangeKind, { description: 'The effect on the node.' })
  kind!: ChangeKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The object type of the node, as in `__typename`. Null when figures everywhere may have changed, for example after a new framework, on the day on which a framework comes into force, after a plan for the whole country or an edition of the index.',
  })
  nodeType!: string | null;
}

export const ChangeConnection = connectionType(() => ChangeType, 'Change');
