import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { useEntryCheck } from '../components/entry-check';
import type { Field } from '../components/entry-field';
import { FormSummary } from '../components/form-summary';
import { refusalOf, type Refused } from '../components/refusals';
import { EvidenceLinkDocument } from '../generated/graphql';
import { silenceOf, useChange } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { useIntentionKey } from '../shared/use-intention-key';
import { useReportsWords } from './reports.words';

/** Adds a link as evidence. */
export function LinkForm({
  update,
  question,
  onAdded,
  begin,
}: {
  update: string;
  /** The code of the question that it is evidence for. */
  question: string;
  onAdded: () => void;
  /** Sees to it that there is a draft. */
  begin: () => Promise<boolean>;
}) {
  const say = useSharedWords();
  const words = useReportsWords();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [add, busy] = useChange(EvidenceLinkDocument);
  const intention = useIntentionKey();
  const check = useEntryCheck();
  const form = useId();
  const fields: Field[] = [
    { name: 'name', label: words('link-name'), required: true },
    { name: 'url', label: words('link-address'), kind: 'url', required: true },
  ];
  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = check(fields, (field) => (field === 'name' ? name : url).trim());
    if (wrong.length > 0) return setRefused(wrong);
    if (!(await begin()))
      return setRefused([{ code: 'OFFLINE', field: ['url'], message: say('offline') }]);
    const link = { statusUpdate: update, question, name, url };
    const { data, error } = await add({
      input: intention.keyed(link),
    });
    const problems = data?.evidenceLinkAdd.userErrors ?? [
      {
        code: 'OFFLINE',
        field: ['url'],
        message: error?.graphQLErrors[0]?.message ?? say(silenceOf(error)),
      },
    ];
    setRefused(problems);
    if (problems.length > 0) return;
    intention.done();
    setOpened(false);
    setName('');
    setUrl('');
    onAdded();
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setOpened(!opened)}>
          {words('add-link')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words('add-link')}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="xs">
            <FormSummary of={refused} form={form} names={['name', 'url']} />
            <TextInput
              id={`${form}name`}
              required
              label={words('link-name')}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              error={refusalOf(refused, 'name')}
            />
            <TextInput
              id={`${form}url`}
              required
              label={words('link-address')}
              type="url"
              value={url}
              onChange={({ currentTarget }) => setUrl(currentTarget.value)}
              error={refusalOf(refused, 'url')}
            />
            <Button type="submit" size="xs" loading={busy}>
              {words('add-link')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
