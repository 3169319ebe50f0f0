import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  Stack,
  TextInput,
  Title,
} from '@mantine/core';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useIntentionKey, type Keyed } from '../shared/use-intention-key';
import { useEntryCheck } from './entry-check';
import { optionsOf, type Field, type Typed } from './entry-field';
import { FormSummary } from './form-summary';
import { LongText } from './long-text';
import { NameChoice } from './name-choice';
import { refusalOf, type Refused } from './refusals';

/**
 * A form whose refusals stand beside their fields and all together; sent twice it does one thing. What is not the
 * first thing to do on its page is folded until it is opened.
 */
export function EntryForm({
  title,
  label,
  fields,
  aside,
  send,
  primary = false,
  order = 3,
}: {
  title: string;
  /** What the button says, also by what is typed. */
  label: string | ((typed: Typed) => string);
  fields: readonly Field[];
  /** What is told below the fields of what is typed. */
  aside?: (typed: Typed) => ReactNode;
  /**
   * Sends what was typed, keyed as a whole. @returns why not; empty when it is done, null when there is more to do with
   * it, such as to save what was only previewed.
   */
  send: (typed: Typed, keyed: Keyed) => Promise<readonly Refused[] | null>;
  primary?: boolean;
  /** The level of its heading; 2 where no heading stands between it and the page's own. */
  order?: 2 | 3;
}) {
  const [values, setValues] = useState<Record<string, string>>({});
  const intention = useIntentionKey();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState(false);
  const check = useEntryCheck();
  const id = useId();
  const valueOf = (field: Field) => {
    const { name, kind, start } = field;
    const options = optionsOf(field, typed);
    const value = values[name] ?? (typeof start === 'function' ? start(typed) : start);
    if (!options || kind === 'ticks') return value ?? '';
    // What was chosen may be no option any more.
    return (options.find((each) => each.value === value) ?? options[0])?.value ?? '';
  };
  const typed: Typed = (name) => {
    const field = fields.find((each) => each.name === name);
    if (!field || field.when?.(typed) === false) return '';
    // Blanks are a part of a password.
    return field.kind === 'password' ? valueOf(field) : valueOf(field).trim();
  };
  const set = (name: string, value: string) =>
    setValues((before) => ({ ...before, [name]: value }));
  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = check(fields, typed);
    setBusy(true);
    const found = wrong.length > 0 ? wrong : await send(typed, intention.keyed);
    setBusy(false);
    setRefused(found ?? []);
    if (!found || found.length > 0) return;
    setValues({});
    intention.done();
  }
  const form = (
    <form aria-label={title} onSubmit={(event: FormEvent) => void submit(event)} noValidate>
      <Stack gap="sm" mt="sm">
        <FormSummary of={refused} form={id} names={fields.map(({ name }) => name)} />
        <Group align="start">
          {fields
            .filter(({ when }) => when?.(typed) ?? true)
            .map((field) => (
              <Entry
                key={field.name}
                id={`${id}${field.name}`}
                field={field}
                options={optionsOf(field, typed)}
                on={field.on?.(typed) || null}
                value={valueOf(field)}
                error={refusalOf(refused, field.name)}
                onChange={(value) => set(field.name, value)}
              />
            ))}
        </Group>
        {aside?.(typed)}
        <div>
          <Button type="submit" loading={busy} variant={primary ? 'filled' : 'default'}>
            {typeof label === 'function' ? label(typed) : label}
          </Button>
        </div>
      </Stack>
    </form>
  );
  const heading = (
    <Title order={order} size="h4" display="inline">
      {title}
    </Title>
  );
  return (
    <Paper withBorder p="md">
      {primary ? (
        <>
          {heading}
          {form}
        </>
      ) : (
        <details>
          <summary>{heading}</summary>
          {form}
        </details>
      )}
    </Paper>
  );
}

function Entry({
  id,
  field: { label, kind = 'text', required, closed },
  options,
  on,
  value,
  error,
  onChange,
}: {
  id: string;
  field: Field;
  options: ReturnType<typeof optionsOf>;
  on: string | null;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const named = { id, label, required, error };
  const onChoose = (id: string | null) => onChange(id ?? '');
  const shared = { ...named, w: { base: '100%', sm: 260 } };
  if (kind === 'ticks')
    return <Ticks {...named} options={options} value={value} onChange={onChange} />;
  if (kind === 'unit' || kind === 'institution')
    return (
      <NameChoice {...shared} of={kind} {...{ on, closed }} chosen={value} onChoose={onChoose} />
    );
  if (options)
    return (
      <NativeSelect
        {...shared}
        // As wide as its longest choice.
        w={{ base: '100%', sm: 'auto' }}
        miw={{ sm: 260 }}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        data={[...options]}
      />
    );
  if (kind === 'long')
    return (
      <LongText
        {...shared}
        w="100%"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...shared}
      type={kind === 'number' ? 'text' : kind}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      autoComplete={kind === 'password' ? 'new-password' : 'off'}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** Boxes to tick. The group is what the summary of the form leads to; Mantine’s takes no focus. */
function Ticks({
  id,
  label,
  required,
  error,
  options = [],
  value,
  onChange,
}: {
  id: string;
  label: string;
  required: boolean | undefined;
  error: string | undefined;
  options: readonly { value: string; label: string }[] | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <div id={id} tabIndex={-1} role="group" aria-label={label}>
      <Checkbox.Group
        label={label}
        required={required}
        error={error}
        value={value ? value.split(',') : []}
        onChange={(chosen) => onChange(chosen.join(','))}
      >
        <Group gap="sm" mt={4}>
          {options.map((each) => (
            <Checkbox key={each.value} value={each.value} label={each.label} />
          ))}
        </Group>
      </Checkbox.Group>
    </div>
  );
}
