import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import { ImportKind } from '../vocabulary/imported-row.js';
import type { ImportRunRow } from './import-run.queries.js';

registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'What an imported file describes.',
  valuesConfig: {
    UNITS: { description: 'Administrative units.' },
    SUCCESSIONS: { description: 'What became of units.' },
    INSTITUTIONS: { description: 'Schools, centres and colleges.' },
    INSTITUTION_SUCCESSIONS: { description: 'Which institutions took over from others.' },
    CAMPUSES: { description: 'Further sites of institutions.' },
    WORKFORCE: { description: 'Counts of the digital workforce.' },
    PUBLISHED_INDEX: { description: 'Results that an authority published.' },
    INDEX_EDITION: { description: 'An edition of the workforce index.' },
    PLAN: { description: 'A document with its targets; see docs/plans.md.' },
  },
});

@ObjectType('ImportRun', {
  implements: Node,
  description:
    'A file that was imported and changed something. Visible to operators, and to the person who imported it.',
})
export class ImportRunType
  extends Node
  implements
    Pick<
      ImportRunRow,
      'kind' | 'file' | 'accountName' | 'revision' | 'created' | 'updated' | 'unchanged'
    >
{
  @Field(() => ImportKind, { description: 'What the file describes.' })
  kind!: ImportKind;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the file; null when only its content was sent.',
  })
  file!: string | null;

  @Field(() => String, {
    description: 'The name, at that time, of the person who imported it, or “command line”.',
  })
  accountName!: string;

  @Field(() => Int, { description: 'The data revision that the import made.' })
  revision!: number;

  @Field(() => Int, { description: 'The number of subjects that it created.' })
  created!: number;

  @Field(() => Int, { description: 'The number of recorded subjects that it changed.' })
  updated!: number;

  @Field(() => Int, { description: 'The number of subjects that were recorded so already.' })
  unchanged!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The data revision that undid the import; null while it holds.',
  })
  undoneRevision!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the person who undid it, or “command line”; null while it holds.',
  })
  undoneBy!: string | null;
}

export const ImportRunConnection = connectionType(() => ImportRunType, 'ImportRun');

@InputType({ description: 'The import to undo.' })
export class ImportUndoInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the import.' })
  id!: string;
}

@ObjectType({ description: 'What prevents that an import is undone.' })
export class ImportObstacle {
  @Field(() => Int, {
    description: 'The number of the row in the imported file; the header is row 1.',
  })
  row!: number;

  @Field(() => String, { description: 'What the row describes, such as a unit with its code.' })
  subject!: string;

  @Field(() => String, { description: 'A stable code, documented in docs/errors.md.' })
  code!: string;

  @Field(() => String, {
    description: 'What rests on the row, in the language of the request.',
  })
  message!: string;
}

@ObjectType({ description: 'The result of undoing an import.' })
export class ImportUndoPayload {
  @Field(() => ImportRunType, {
    nullable: true,
    description: 'The import, undone; null when it was refused and nothing was changed.',
  })
  importRun!: ImportRunRow | null;

  @Field(() => [ImportObstacle], {
    description:
      'Everything that rests on what the import changed, at most the first 1000. The user error IMPORT_RESTED_ON gives their total number. If there is anything, nothing is undone.',
  })
  problems!: ImportObstacle[];

  @Field(() => [UserError], {
    description:
      'The reasons why it was refused; empty on success. For IMPORT_RESTED_ON, problems has the details.',
  })
  userErrors!: UserError[];
}
