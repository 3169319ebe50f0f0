import { Stack, Text, Title } from '@mantine/core';
import { DataTable } from '../../components/data-table';
import { EntryForm } from '../../components/entry-form';
import type { Refused } from '../../components/refusals';
import { useRefusedBy } from '../../components/refused-by';
import { DutyAddDocument, DutyEndDocument, type GrantEndInput } from '../../generated/graphql';
import { day, NOTHING } from '../../shared/format';
import { useChange } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { Act } from '../shared/act';
import { useAccountWords } from './accounts.words';
import { dutyOf, phaseOf, useDutyFields, useDutyName, type Duty } from './duty';

type End = (input: GrantEndInput) => Promise<readonly Refused[]>;

/** What an account is charged with, was and will be; gives it more, and ends what it has. */
export function Duties({
  account,
  duties,
  onDone,
}: {
  account: string;
  duties: readonly Duty[];
  onDone: () => void;
}) {
  const words = useAccountWords();
  const nameOf = useDutyName();
  const fields = useDutyFields();
  const refusedBy = useRefusedBy();
  const [add] = useChange(DutyAddDocument);
  const [finish] = useChange(DutyEndDocument);
  const of = (phase: ReturnType<typeof phaseOf>) =>
    duties.filter((each) => phaseOf(each) === phase);
  const living = [...of('present'), ...of('coming')];
  const end: End = async (input) => {
    const { data, error } = await finish({ input });
    // One that never held is taken away, and no longer there.
    if (data?.grantEnd.userErrors.length === 0) onDone();
    return refusedBy(error, data?.grantEnd.userErrors);
  };
  return (
    <Stack>
      <DutyTable title={words('present')} duties={of('present')} end={end} />
      {of('present').length === 0 && <Text>{words('no-duty')}</Text>}
      <DutyTable title={words('coming')} duties={of('coming')} end={end} />
      <DutyTable title={words('past')} duties={of('past')} />
      <EntryForm
        title={words('duty-add')}
        label={words('duty-give')}
        fields={fields}
        send={async (typed, keyed) => {
          const { data, error } = await add({
            input: keyed({ ...dutyOf(typed), account }),
          });
          if (data?.grantAdd.grant) onDone();
          return refusedBy(error, data?.grantAdd.userErrors);
        }}
      />
      {living.length > 0 && (
        <EntryForm
          title={words('last-day-title')}
          label={words('last-day-set')}
          fields={[
            {
              name: 'grant',
              label: words('role'),
              options: living.map((each) => ({ value: each.id, label: nameOf(each) })),
            },
            { name: 'lastDay', label: words('last-day'), kind: 'date', required: true },
          ]}
          send={async (typed, keyed) =>
            // Without a day the graph would end it now.
            typed('lastDay')
              ? end(keyed({ grant: typed('grant'), lastDay: typed('lastDay') }))
              : [{ code: 'MISSING', field: ['lastDay'], message: words('last-day-missing') }]
          }
        />
      )}
    </Stack>
  );
}

/** Duties of one time; nothing when there is none. */
function DutyTable({ title, duties, end }: { title: string; duties: Duty[]; end?: End }) {
  const say = useSharedWords();
  const words = useAccountWords();
  const nameOf = useDutyName();
  if (duties.length === 0) return null;
  const kindsOf = ({ role, kinds }: Duty) =>
    role === 'REVIEWER' && (kinds?.map((kind) => say(kind)).join(', ') ?? words('all-kinds'));
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {title}
      </Title>
      <DataTable
        caption={title}
        rows={duties}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'role',
            header: words('role'),
            show: (duty) => (
              <>
                {say(duty.role)}
                <Text size="sm" fw={400}>
                  {kindsOf(duty)}
                </Text>
              </>
            ),
          },
          {
            key: 'place',
            header: words('place'),
            show: ({ unit, institution }) => (unit ?? institution)?.name ?? NOTHING,
          },
          {
            key: 'from',
            header: words('from'),
            show: ({ validFrom }) => (validFrom ? day(validFrom) : words('from-ever')),
          },
          {
            key: 'to',
            header: words('to'),
            show: ({ validTo }) => (validTo ? day(validTo) : words('to-ever')),
          },
          ...(end
            ? [
                {
                  key: 'change',
                  header: words('change'),
                  show: (duty: Duty) => {
                    const way = phaseOf(duty) === 'coming' ? 'duty-drop' : 'duty-end';
                    return (
                      <Act
                        label={words(way)}
                        about={nameOf(duty)}
                        sure={words(`${way}-sure`)}
                        send={(keyed) => end(keyed({ grant: duty.id, lastDay: null }))}
                      />
                    );
                  },
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
