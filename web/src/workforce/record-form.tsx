import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useRefusedBy } from '../components/refused-by';
import { refusalOf, Refusals, type Refused } from '../components/refusals';
import {
  RecordCreateDocument,
  type SourceStatus,
  type WorkforceAudience,
  type WorkforceQuantity,
  type WorkforceRecordKind,
  type WorkforceTier,
} from '../generated/graphql';
import { useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';
import { SOURCE_STATUSES } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { useWorkforceWords } from './workforce.words';

/** What is counted of each kind; the hub refuses what does not fit. */
const QUANTITIES: Record<WorkforceRecordKind, WorkforceQuantity[]> = {
  COMMUNITY_TEAMS: [
    'TEAM_UNITS',
    'UNITS_WITH_TEAM',
    'TEAM_MEMBERS',
    'TEAM_MEMBERS_TRAINED',
    'TEAM_TEACHERS',
  ],
  IT_OFFICERS: [
    'AGENCIES',
    'AGENCIES_WITH_OFFICER',
    'OFFICERS',
    'OFFICERS_FULL_TIME',
    'OFFICERS_ASSIGNED',
    'OFFICERS_UNIVERSITY',
    'OFFICERS_COLLEGE',
    'OFFICERS_OTHER',
  ],
  TRAINING_CLASSES: ['CLASSES', 'PARTICIPANTS'],
  TRAINED_PEOPLE: ['TRAINED', 'TO_BE_TRAINED'],
  MANDATES: ['HAS_UNIT', 'HAS_DUTY'],
};
const KINDS = Object.keys(QUANTITIES) as WorkforceRecordKind[];
const TIERS: WorkforceTier[] = ['PROVINCE', 'DISTRICT', 'COMMUNE', 'HAMLET'];
const AUDIENCES: WorkforceAudience[] = [
  'LEADERS',
  'OFFICIALS',
  'TEACHERS',
  'STUDENTS',
  'COMMUNITY_TEAMS',
  'PEOPLE',
];

const EMPTY = {
  kind: 'COMMUNITY_TEAMS' as WorkforceRecordKind,
  tier: '',
  audience: '',
  agency: '',
  topic: '',
  validFrom: '',
  validTo: '',
  source: '',
  sourceStatus: 'CONFIRMED' as SourceStatus,
  notCounted: false,
  counts: {} as Partial<Record<WorkforceQuantity, number>>,
};

/** Records what was counted; what is left empty was not counted, and is never zero. */
export function RecordForm({ unit, onRecorded }: { unit: string; onRecorded: () => void }) {
  const say = useSharedWords();
  const words = useWorkforceWords();
  const refusedBy = useRefusedBy();
  const [record, setRecord] = useState(EMPTY);
  const [key, setKey] = useState(intentionKey);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [create, busy] = useChange(RecordCreateDocument);
  const set = (changes: Partial<typeof EMPTY>) => {
    setRecord({ ...record, ...changes });
    // Another record is another intention.
    setKey(intentionKey());
  };
  async function submit(event: FormEvent) {
    event.preventDefault();
    const { counts, tier, audience, agency, topic, validTo, ...rest } = record;
    const { data, error } = await create({
      input: {
        ...rest,
        unit,
        tier: (tier || null) as WorkforceTier | null,
        audience: (audience || null) as WorkforceAudience | null,
        agency: agency || null,
        topic: topic || null,
        validTo: validTo || null,
        counts: QUANTITIES[record.kind].flatMap((quantity) => {
          const value = counts[quantity];
          return value === undefined || record.notCounted ? [] : [{ quantity, value }];
        }),
        idempotencyKey: key,
      },
    });
    const found = refusedBy(error, data?.workforceRecordCreate.userErrors);
    setRefused(found);
    if (found.length > 0) return;
    setRecord(EMPTY);
    setKey(intentionKey());
    onRecorded();
  }
  const text = (field: 'agency' | 'topic' | 'validFrom' | 'validTo' | 'source') => ({
    value: record[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      set({ [field]: currentTarget.value }),
    error: refusalOf(refused, field),
  });
  return (
    <Paper
      withBorder
      p="md"
      component="form"
      onSubmit={(event: FormEvent) => void submit(event)}
      noValidate
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {words('record-new')}
        </Title>
        <Refusals of={refused} />
        <Group align="start">
          <NativeSelect
            label={words('kind')}
            value={record.kind}
            onChange={({ currentTarget }) =>
              set({ kind: currentTarget.value as WorkforceRecordKind, counts: {} })
            }
            data={KINDS.map((each) => ({ value: each, label: words(each) }))}
          />
          <NativeSelect
            label={words('tier')}
            value={record.tier}
            error={refusalOf(refused, 'tier')}
            onChange={({ currentTarget }) => set({ tier: currentTarget.value })}
            data={[
              { value: '', label: words('none') },
              ...TIERS.map((each) => ({
                value: each,
                label: each === 'HAMLET' ? words(each) : say(each),
              })),
            ]}
          />
          <NativeSelect
            label={words('audience')}
            value={record.audience}
            error={refusalOf(refused, 'audience')}
            onChange={({ currentTarget }) => set({ audience: currentTarget.value })}
            data={[
              { value: '', label: words('none') },
              ...AUDIENCES.map((each) => ({ value: each, label: words(each) })),
            ]}
          />
          <TextInput label={words('agency')} {...text('agency')} />
          <TextInput label={words('topic')} {...text('topic')} />
          <TextInput label={words('valid-from')} type="date" required {...text('validFrom')} />
          <TextInput label={words('valid-to')} type="date" {...text('validTo')} />
        </Group>
        <Checkbox
          label={words('not-counted')}
          checked={record.notCounted}
          onChange={({ currentTarget }) => set({ notCounted: currentTarget.checked })}
        />
        {!record.notCounted && (
          <>
            <Text size="sm">{words('empty-is-not-zero')}</Text>
            <Group align="start">
              {QUANTITIES[record.kind].map((quantity) => (
                <NumberInput
                  key={`${record.kind} ${quantity}`}
                  label={words(quantity)}
                  value={record.counts[quantity] ?? ''}
                  onChange={(typed) =>
                    set({
                      counts: {
                        ...record.counts,
                        [quantity]: typed === '' ? undefined : Number(typed),
                      },
                    })
                  }
                  allowDecimal={false}
                  allowNegative={false}
                  hideControls
                  w={190}
                />
              ))}
            </Group>
          </>
        )}
        <Group align="start">
          <TextInput
            label={words('source')}
            required
            w={{ base: '100%', sm: 360 }}
            {...text('source')}
          />
          <NativeSelect
            label={words('source-status')}
            value={record.sourceStatus}
            onChange={({ currentTarget }) =>
              set({ sourceStatus: currentTarget.value as SourceStatus })
            }
            data={SOURCE_STATUSES.map((each) => ({ value: each, label: say(each) }))}
          />
        </Group>
        <div>
          <Button type="submit" loading={busy}>
            {words('record')}
          </Button>
        </div>
      </Stack>
    </Paper>
  );
}
