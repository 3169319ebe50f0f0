import { Button, Drawer, Stack, Text } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useRefusedBy } from '../../components/refused-by';
import { FormSummary } from '../../components/form-summary';
import type { Refused } from '../../components/refusals';
import { RecordRemoveDocument, RecordUpdateDocument } from '../../generated/graphql';
import { EntryForm } from '../../components/entry-form';
import { useChange } from '../../shared/graph';
import { useIntentionKey } from '../../shared/use-intention-key';
import { useSharedWords } from '../../shared/shared.words';
import { ContentFields } from './content-fields';
import { contentInput, type Content } from './record-content';
import { fieldsOf, useContentCheck } from './use-content-check';
import { useSubjectWords } from '../shared/record-words';
import type { RegistryRecord } from './registry-record';
import { useWorkforceWords } from '../shared/workforce.words';

interface Changing {
  record: RegistryRecord;
  onDone: (told: 'changed' | 'removed') => void;
  /** Somebody else changed it meanwhile. */
  onConflict: () => void;
}

/** Changes what a record says, or takes it back. */
export default function RecordChange({ onClose, ...changing }: Changing & { onClose: () => void }) {
  const say = useSharedWords();
  const subject = useSubjectWords();
  const { record } = changing;
  return (
    <Drawer
      opened
      position="right"
      size="lg"
      onClose={onClose}
      title={subject(record)}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack gap="xl">
        <Update {...changing} />
        <Removal {...changing} />
      </Stack>
    </Drawer>
  );
}

function Update({ record, onDone, onConflict }: Changing) {
  const words = useWorkforceWords();
  const refusedBy = useRefusedBy();
  const [content, setContent] = useState<Content>(() => contentOf(record));
  const intention = useIntentionKey();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [update, busy] = useChange(RecordUpdateDocument);
  const check = useContentCheck();
  const form = useId();
  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = check(record.kind, content);
    if (wrong.length > 0) return setRefused(wrong);
    const { id, version, kind } = record;
    const input = { id, version, ...contentInput(kind, content) };
    const { data, error } = await update({
      input: intention.keyed(input),
    });
    const found = refusedBy(error, data?.workforceRecordUpdate.userErrors);
    setRefused(found);
    if (found.length === 0) onDone('changed');
    if (found.some(isConflict)) onConflict();
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={words('change')}>
      <Stack gap="sm">
        <Text size="sm">{words('change-lead')}</Text>
        <FormSummary of={refused} form={form} names={fieldsOf(record.kind)} />
        <ContentFields
          form={form}
          kind={record.kind}
          content={content}
          refused={refused}
          onChange={(changes) => setContent({ ...content, ...changes })}
        />
        <div>
          <Button type="submit" loading={busy}>
            {words('change')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Removal({ record: { id, version }, onDone, onConflict }: Changing) {
  const words = useWorkforceWords();
  const refusedBy = useRefusedBy();
  const [remove] = useChange(RecordRemoveDocument);
  return (
    <EntryForm
      title={words('remove')}
      label={words('remove')}
      fields={[{ name: 'reason', label: words('remove-reason'), required: true }]}
      send={async (typed, keyed) => {
        const { data, error } = await remove({
          input: keyed({ id, version, reason: typed('reason') }),
        });
        const found = refusedBy(error, data?.workforceRecordRemove.userErrors);
        if (found.length === 0) onDone('removed');
        if (found.some(isConflict)) onConflict();
        return found;
      }}
    />
  );
}

const isConflict = ({ code }: Refused) => code === 'CONFLICT';

function contentOf({
  validFrom,
  validTo,
  source,
  sourceStatus,
  note,
  notCounted,
  counts,
}: RegistryRecord): Content {
  return {
    ...{ validFrom, source, sourceStatus, notCounted },
    validTo: validTo ?? '',
    note: note ?? '',
    counts: Object.fromEntries(counts.map(({ quantity, value }) => [quantity, { value }])),
  };
}
