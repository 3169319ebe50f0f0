import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import type { LocalDate } from '../shared/dates.js';
import { ImportKind, type ColumnChange } from '../vocabulary/imported-row.js';
import { ImportAnswer, ImportJobRowKind, ImportJobState } from './import-job.enums.js';
import type { ImportJobData, ImportJobRowData } from './import-job.queries.js';

registerEnumType(ImportJobState, {
  name: 'ImportJobState',
  description: 'How far a file, or the undoing of an import, has come.',
  valuesConfig: {
    RECEIVING: { description: 'The file has not come yet.' },
    CHECKING: { description: 'The hub looks at it, or will when its turn comes.' },
    CHECKED: {
      description: 'It was looked at; it waits for answers, for saving or for discarding.',
    },
    SAVING: { description: 'The hub saves it, or will when its turn comes.' },
    SAVED: { description: 'It was saved as a whole.' },
    FAILED: { description: 'It could not be done, and nothing was changed; `message` says why.' },
    DISCARDED: { description: 'It was thrown away, and nothing was changed.' },
  },
});

registerEnumType(ImportJobRowKind, {
  name: 'ImportJobRowKind',
  description: 'What is told of a row of a file.',
  valuesConfig: {
    PROBLEM: { description: 'It is wrong and keeps the file from being saved.' },
    QUESTION: { description: 'It may be right; its author has to say so.' },
    FINDING: { description: 'Its author should know it; the file can be saved all the same.' },
    CREATED: { description: 'The row creates something.' },
    UPDATED: { description: 'The row changes what is recorded.' },
  },
});

registerEnumType(ImportAnswer, {
  name: 'ImportAnswer',
  description: 'An answer to what is asked about a row.',
  valuesConfig: {
    TAKE: { description: 'It is as the row says: another school, a reopening, a border crossed.' },
    SAME: {
      description:
        'It is the institution that it looks like: the row is read with that code, or with that code beside its own.',
    },
    LEAVE_OUT: { description: 'The row is left out. It fits a row that is wrong, too.' },
  },
});

@ObjectType({ description: 'The change of a column by a row, with values as a file writes them.' })
export class ImportJobChange implements ColumnChange {
  @Field(() => String, { description: 'The name of the column.' })
  column!: string;

  @Field(() => String, { nullable: true, description: 'The value before; null for none.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'The value after; null for none.' })
  after!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day with the new value; null since before our records, and for values that have no days.',
  })
  since?: LocalDate | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it corrects what was recorded for the days since then.',
  })
  corrected!: boolean;
}

@ObjectType({ description: 'What was found in a row of a file, or what the row would change.' })
export class ImportJobRow implements Pick<
  ImportJobRowData,
  'row' | 'kind' | 'subject' | 'column' | 'value' | 'code'
> {
  @Field(() => Int, {
    description:
      'The number of the row as a spreadsheet shows it; the header is row 1. Of an undoing, the row of the imported file.',
  })
  row!: number;

  @Field(() => ImportJobRowKind, { description: 'What is told of the row.' })
  kind!: ImportJobRowKind;

  @Field(() => String, {
    nullable: true,
    description: 'What people know the subject of a change by; null for what was found.',
  })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The column in which it was found; null when the whole row or file is concerned.',
  })
  column!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The value in the file; null when there is none.',
  })
  value!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A stable code, documented in docs/errors.md; null for a change.',
  })
  code!: string | null;
}

@ObjectType('ImportJob', {
  implements: Node,
  description:
    'A file on its way in, or the undoing of an import. The hub works on it in its own time, also when nobody looks and after it was restarted; nothing is recorded before it is saved. Visible to operators, and to the person who brought it.',
})
export class ImportJobType
  extends Node
  implements
    Pick<
      ImportJobData,
      | 'kind'
      | 'file'
      | 'accountName'
      | 'state'
      | 'version'
      | 'percent'
      | 'from'
      | 'created'
      | 'updated'
      | 'unchanged'
      | 'problems'
      | 'questions'
    >
{
  @Field(() => ImportKind, { description: 'What the file describes.' })
  kind!: ImportKind;

  @Field(() => String, { description: 'The name of the file; empty for an import without one.' })
  file!: string;

  @Field(() => String, { description: 'The name, at that time, of the person who brought it.' })
  accountName!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was brought.' })
  createdAt!: Date;

  @Field(() => ImportJobState, { description: 'How far it has come.' })
  state!: ImportJobState;

  @Field(() => Int, { description: 'The version, which changes name.' })
  version!: number;

  @Field(() => Int, { description: 'How much of the present step is done, in percent, 0 to 100.' })
  percent!: number;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day of what differs in rows without a day; null: they are corrections.',
  })
  from!: LocalDate | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of subjects that it creates, or created; null while that is not known, and when rows are wrong.',
  })
  created!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of recorded subjects that it changes, or changed; null as for `created`.',
  })
  updated!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of subjects that are recorded so already; null as for `created`.',
  })
  unchanged!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of problems, all of which are in the way; null before it was checked.',
  })
  problems!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of questions that are open; null before it was checked.',
  })
  questions!: number | null;
}

export const ImportJobConnection = connectionType(() => ImportJobType, 'ImportJob');
export const ImportJobRowConnection = connectionType(() => ImportJobRow, 'ImportJobRow');
