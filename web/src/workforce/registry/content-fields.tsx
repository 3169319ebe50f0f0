import { Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { CountInput } from '../../components/count-input';
import { refusalOf, type Refused } from '../../components/refusals';
import type { SourceStatus, WorkforceRecordKind } from '../../generated/graphql';
import { SOURCE_STATUSES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { useWorkforceWords } from '../shared/workforce.words';
import { QUANTITIES, type Content } from './record-content';

/** The fields of what a record says. */
export function ContentFields({
  form,
  kind,
  content,
  refused,
  onChange,
}: {
  /** With what the ids of the fields begin. */
  form: string;
  kind: WorkforceRecordKind;
  content: Content;
  refused: readonly Refused[];
  onChange: (changes: Partial<Content>) => void;
}) {
  const say = useSharedWords();
  const words = useWorkforceWords();
  const text = (field: 'validFrom' | 'validTo' | 'source' | 'note') => ({
    id: `${form}${field}`,
    value: content[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ [field]: currentTarget.value }),
    error: refusalOf(refused, field),
  });
  return (
    <>
      <Group align="start">
        <TextInput label={words('valid-from')} type="date" required {...text('validFrom')} />
        <TextInput label={words('valid-to')} type="date" {...text('validTo')} />
      </Group>
      <Checkbox
        label={words('not-counted')}
        checked={content.notCounted}
        onChange={({ currentTarget }) => onChange({ notCounted: currentTarget.checked })}
      />
      {!content.notCounted && (
        <>
          <Text size="sm">{words('empty-is-not-zero')}</Text>
          <Group align="end">
            {QUANTITIES[kind].map((quantity) => (
              <CountInput
                key={`${kind} ${quantity}`}
                id={`${form}${quantity}`}
                label={words(quantity)}
                {...(content.counts[quantity] ?? { value: null })}
                error={refusalOf(refused, quantity, 'value')}
                onRead={(read) => onChange({ counts: { ...content.counts, [quantity]: read } })}
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
          id={`${form}sourceStatus`}
          label={words('source-status')}
          value={content.sourceStatus}
          error={refusalOf(refused, 'sourceStatus')}
          onChange={({ currentTarget }) =>
            onChange({ sourceStatus: currentTarget.value as SourceStatus })
          }
          data={SOURCE_STATUSES.map((each) => ({ value: each, label: say(each) }))}
        />
      </Group>
      <TextInput label={words('note')} w={{ base: '100%', sm: 360 }} {...text('note')} />
    </>
  );
}
