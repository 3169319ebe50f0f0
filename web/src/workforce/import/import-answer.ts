import type { RecordImportMutation } from '../../generated/graphql';

/** What the hub says to a file. */
export type ImportAnswer = RecordImportMutation['workforceImport'];
/** What a file would do, or did. */
export type Imported = NonNullable<ImportAnswer['workforceImport']>;
/** What is wrong with a row of a file. */
export type Problem = ImportAnswer['problems'][number];
