import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ChangeKind } from '../database/published-change.entity.js';
import { connectionType } from '../graphql/connection.js';
import type { ChangeRow } from './change.queries.js';

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description:
    'What a publication did to a node. Several at once are told as the last of them in this order: FIGURES, UPDATED, CREATED, DELETED.',
  valuesConfig: {
    FIGURES: {
      description:
        'What is counted or derived for it changed, not what is recorded of it: of an institution how far it is, of a unit its progress, its dates of rounds, its targets, its workforce or its index. That of a unit reaches the institutions and units under it when a round or a plan of the unit changed, and the records of the unit when a record of it did.',
    },
    UPDATED: { description: 'What is recorded of it changed.' },
    CREATED: { description: 'It became public.' },
    DELETED: { description: 'It is no longer public: `node` answers null to the public.' },
  },
});

@ObjectType('Change', {
  description: 'One thing that one publication changed, of what everybody may see.',
})
export class ChangeType implements Pick<ChangeRow, 'revision' | 'kind' | 'nodeType'> {
  @Field(() => Int, {
    description:
      'The data revision that it came with; all changes of one revision became visible at once.',
  })
  revision!: number;

  @Field(() => ChangeKind, { description: 'What happened.' })
  kind!: ChangeKind;

  @Field(() => String, {
    nullable: true,
    description:
      'The object type of the node, as `__typename` names it; null when figures everywhere may have changed, as by a new framework, a plan of the whole country or an edition of the index.',
  })
  nodeType!: string | null;
}

export const ChangeConnection = connectionType(() => ChangeType, 'Change');
