import { Button, Group, NativeSelect, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useRefusedBy } from '../../components/refused-by';
import { FormSummary } from '../../components/form-summary';
import { refusalOf, type Refused } from '../../components/refusals';
import {
  RecordCreateDocument,
  type WorkforceAudience,
  type WorkforceRecordKind,
  type WorkforceTier,
} from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { useIntentionKey } from '../../shared/use-intention-key';
import { useSharedWords } from '../../shared/shared.words';
import { ContentFields } from './content-fields';
import { contentInput, EMPTY_CONTENT, QUANTITIES } from './record-content';
import { useWorkforceWords } from '../shared/workforce.words';
import { fieldsOf, useContentCheck } from './use-content-check';

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
  ...EMPTY_CONTENT,
};

/** Records what was counted; what is left empty was not counted, and is never zero. */
export function RecordForm({ unit, onRecorded }: { unit: string; onRecorded: () => void }) {
  const say = useSharedWords();
  const words = useWorkforceWords();
  const refusedBy = useRefusedBy();
  const [record, setRecord] = useState(EMPTY);
  const intention = useIntentionKey();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [create, busy] = useChange(RecordCreateDocument);
  const set = (changes: Partial<typeof EMPTY>) => setRecord({ ...record, ...changes });
  const check = useContentCheck();
  const form = useId();
  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = check(record.kind, record);
    if (wrong.length > 0) return setRefused(wrong);
    const { kind, tier, audience, agency, topic, ...content } = record;
    const input = intention.keyed({
      ...contentInput(kind, content),
      kind,
      unit,
      tier: (tier || null) as WorkforceTier | null,
      audience: (audience || null) as WorkforceAudience | null,
      agency: agency || null,
      topic: topic || null,
    });
    const { data, error } = await create({ input });
    const found = refusedBy(error, data?.workforceRecordCreate.userErrors);
    setRefused(found);
    if (found.length > 0) return;
    setRecord(EMPTY);
    intention.done();
    onRecorded();
  }
  const text = (field: 'agency' | 'topic') => ({
    id: `${form}${field}`,
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
      aria-label={words('record-new')}
      onSubmit={(event: FormEvent) => void submit(event)}
      noValidate
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {words('record-new')}
        </Title>
        <FormSummary of={refused} form={form} names={fieldsOf(record.kind)} />
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
            id={`${form}tier`}
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
            id={`${form}audience`}
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
        </Group>
        <ContentFields
          form={form}
          kind={record.kind}
          content={record}
          refused={refused}
          onChange={set}
        />
        <div>
          <Button type="submit" loading={busy}>
            {words('record')}
          </Button>
        </div>
      </Stack>
    </Paper>
  );
}
