import { Button, Stack, Text } from '@mantine/core';
import { Answer } from '../../components/answer';
import {
  ImportTemplateDocument,
  type SourceStatus,
  type WorkforceRecordKind,
} from '../../generated/graphql';
import { useGraph } from '../../shared/graph';
import { saveText } from '../../shared/save-file';
import { useSharedWords } from '../../shared/shared.words';
import { useWorkforceWords } from '../shared/workforce.words';
import { useImportWords } from './import.words';

/** With it spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The file to start from, and what its columns mean. */
export function ImportColumns() {
  const words = useImportWords();
  const workforce = useWorkforceWords();
  const say = useSharedWords();
  /** A value as the file takes it, with its word in one of the two. */
  const explained = (value: string) => {
    const word = [workforce(value as WorkforceRecordKind), say(value as SourceStatus)].find(
      (each) => each !== value,
    );
    return word ? `${value} (${word})` : value;
  };
  return (
    <Answer of={useGraph(ImportTemplateDocument, {})}>
      {({ workforceImportTemplate: { content, columns } }) => (
        <>
          <div>
            <Button
              size="xs"
              variant="default"
              onClick={() => saveText('workforce.csv', 'text/csv', BYTE_ORDER_MARK + content)}
            >
              {words('template')}
            </Button>
          </div>
          <details>
            <summary>{words('columns')}</summary>
            <Stack component="dl" gap="xs">
              {columns.map(({ name, required, meaning, values }) => (
                <div key={name}>
                  <Text component="dt" size="sm" fw={600}>
                    <code>{name}</code>
                    {required && `, ${words('required')}`}
                  </Text>
                  <Text component="dd" size="sm" m={0}>
                    {meaning}
                    {values.length > 0 && (
                      <> {words('values', { values: values.map(explained).join(', ') })}</>
                    )}
                  </Text>
                </div>
              ))}
            </Stack>
          </details>
        </>
      )}
    </Answer>
  );
}
