import { Button, Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Coming, Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { RecordsDocument } from '../../generated/graphql';
import { day, number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { usePages } from '../../shared/use-pages';
import { RecordImport } from '../import/record-import';
import { useSubjectWords } from '../shared/record-words';
import { useWorkforceWords } from '../shared/workforce.words';
import { RecordForm } from './record-form';
import type { RegistryRecord } from './registry-record';

const RecordChange = lazy(() => import('./record-change.lazy'));

/** What was counted, with its source; and a form for more, for who may. */
export function Records({ unit, canCreate }: { unit: string; canCreate: boolean }) {
  const say = useSharedWords();
  const words = useWorkforceWords();
  const subject = useSubjectWords();
  const [told, setTold] = useState('');
  /** The record that is being changed, as it was read. */
  const [changing, setChanging] = useState<RegistryRecord | null>(null);
  const { rows, total, error, more, again, retry } = usePages(
    RecordsDocument,
    { unit, first: 50 },
    ({ node }) => (node?.__typename === 'AdministrativeUnit' ? node.workforce?.allRecords : null),
  );
  return (
    <Stack className="in-order">
      <div role="status">{told}</div>
      {error && <Failure error={error} again={retry} />}
      {total === undefined && !error && <Coming />}
      {total !== undefined && (
        <LongTable
          caption={words('records')}
          rows={rows}
          rowKey={({ id }) => id}
          total={total}
          more={more}
          columns={[
            {
              key: 'kind',
              header: words('kind'),
              show: subject,
            },
            {
              key: 'counts',
              header: words('counts'),
              show: ({ counts, notCounted }) =>
                notCounted
                  ? words('NOT_COUNTED')
                  : counts
                      .map(
                        ({ quantity, value, withheld }) =>
                          `${words(quantity)}: ${withheld ? words('withheld') : number(value)}`,
                      )
                      .join('; '),
            },
            { key: 'from', header: words('valid-from'), show: ({ validFrom }) => day(validFrom) },
            { key: 'to', header: words('valid-to'), show: ({ validTo }) => day(validTo) },
            {
              key: 'source',
              header: words('source'),
              show: ({ source, sourceStatus }) => `${source} (${say(sourceStatus)})`,
            },
            ...(canCreate
              ? [
                  {
                    key: 'action',
                    header: words('action'),
                    show: (record: RegistryRecord) =>
                      record.canUpdate && (
                        <Button
                          size="xs"
                          variant="default"
                          aria-label={words('change-of', {
                            record: `${subject(record)}, ${day(record.validFrom)}`,
                          })}
                          onClick={() => setChanging(record)}
                        >
                          {words('change-or-remove')}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {canCreate && (
        <>
          <RecordForm
            unit={unit}
            onRecorded={() => {
              setTold(words('recorded'));
              again();
            }}
          />
          <RecordImport onImported={again} />
        </>
      )}
      {changing && (
        <Suspense>
          <RecordChange
            // After somebody else's change it is read again, and what was typed stays.
            record={rows.find(({ id }) => id === changing.id) ?? changing}
            onClose={() => setChanging(null)}
            onConflict={again}
            onDone={(done) => {
              setChanging(null);
              setTold(words(done));
              again();
            }}
          />
        </Suspense>
      )}
    </Stack>
  );
}
