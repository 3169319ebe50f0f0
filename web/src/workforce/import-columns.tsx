import { Button } from '@mantine/core';
import { Answer } from '../components/answer';
import { DataTable } from '../components/data-table';
import { ImportTemplateDocument } from '../generated/graphql';
import { useGraph } from '../shared/graph';
import { saveText } from '../shared/save-file';
import { useImportWords } from './import.words';

/** With it spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The file to start from, and what its columns mean. */
export function ImportColumns() {
  const words = useImportWords();
  return (
    <Answer of={useGraph(ImportTemplateDocument, {})}>
      {({ workforceImportTemplate: { content, columns } }) => (
        <>
          <div>
            <Button
              size="xs"
              variant="subtle"
              onClick={() => saveText('workforce.csv', 'text/csv', BYTE_ORDER_MARK + content)}
            >
              {words('template')}
            </Button>
          </div>
          <details>
            <summary>{words('columns')}</summary>
            <DataTable
              caption={words('columns')}
              rows={columns}
              rowKey={({ name }) => name}
              columns={[
                { key: 'name', header: words('column'), show: ({ name }) => <code>{name}</code> },
                {
                  key: 'required',
                  header: words('required'),
                  show: ({ required }) => words(required ? 'yes' : 'no'),
                },
                { key: 'meaning', header: words('meaning'), show: ({ meaning }) => meaning },
                {
                  key: 'values',
                  header: words('values'),
                  show: ({ values }) => values.join(', '),
                },
              ]}
            />
          </details>
        </>
      )}
    </Answer>
  );
}
