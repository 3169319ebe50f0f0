import type { RecordImportMutation } from '../../generated/graphql';

/** What the hub says to a file. */
type ImportAnswer = RecordImportMutation['workforceImport'];
/** What a file would do, or did. */
export type Imported = NonNullable<ImportAnswer['workforceImport']>;
/** What was found in a file, at a row. */
export type Problem = Omit<ImportAnswer['problems'][number], '__typename'>;
