import { guarded } from '../../../src/shared/csv-line';
import { CopyText } from './copy-text';
import { csvFile } from './csv-file';

type Lines = readonly (readonly string[])[];

/** Copies a list to paste into a letter or a spreadsheet, or keeps it as a file. */
export function CopyList({
  label,
  name,
  lines,
}: {
  label: string;
  /** Of the file. */
  name: string;
  /** The heads, and a line for each row; throws an Error that says why there are none. */
  lines: () => Promise<Lines> | Lines;
}) {
  return (
    <CopyText
      label={label}
      // Pasted into a spreadsheet, a name would be a formula too.
      text={async () => (await lines()).map((line) => line.map(guarded).join('\t')).join('\n')}
      file={{ name, csv: async () => csvFile(await lines()) }}
    />
  );
}
