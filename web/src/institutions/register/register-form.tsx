import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Field, Typed } from '../../components/entry-field';
import { EntryForm } from '../../components/entry-form';
import type { RegisterAnswerFragment, TypedDocumentString } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { EffectShown, type Effect } from './effect-shown';
import type { NamedPlace } from './recorded-values';
import { useRegisterRefusals } from './register-refusals';
import { useRegisterWords } from './register.words';

export type Recorded = NonNullable<RegisterAnswerFragment['institution']>;

/** What every change in the register is sent with. */
interface Keyable {
  preview?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/** A change that is asked for, and what comes of it. */
interface Asked<Input> {
  title: string;
  /** The level of its heading; see EntryForm. */
  order?: 2 | 3;
  /** What to know before it is filled in. */
  lead?: (typed: Typed) => string;
  /** What the button says that saves. */
  label: string;
  fields: readonly Field[];
  document: TypedDocumentString<{ answer: RegisterAnswerFragment }, { input: Input }>;
  /** What is sent; null while what it needs is not typed. */
  inputOf: (typed: Typed) => Input | null;
  /** The units where it stands and stood, to be named in the preview. */
  places?: readonly NamedPlace[];
  /** The id of the unit to which it goes, likewise. */
  placeOf?: (typed: Typed) => string;
  onSaved: (institution: Recorded) => void;
  /** Told the codes for which it was refused. */
  onRefused?: (codes: readonly string[]) => void;
  /** Reads the record again, which somebody else has changed meanwhile. */
  readAgain?: () => void;
}

/**
 * A form that changes the register in two steps: it shows what would change and then, as long as nothing else is typed,
 * saves it.
 */
export function RegisterForm<Input extends Keyable>({
  title,
  order = 3,
  lead,
  label,
  fields,
  document,
  inputOf,
  places = [],
  placeOf,
  onSaved,
  onRefused,
  readAgain,
}: Asked<Input>) {
  const words = useRegisterWords();
  const refusedBy = useRegisterRefusals(readAgain);
  const [send] = useChange(document);
  const [previewed, setPreviewed] = useState<{ of: string; effect: Effect } | null>(null);
  const effectOf = (typed: Typed) =>
    previewed?.of === JSON.stringify(inputOf(typed)) ? previewed.effect : null;
  const isReady = (typed: Typed) => (effectOf(typed)?.changes.length ?? 0) > 0;
  return (
    <EntryForm
      title={title}
      order={order}
      label={(typed) => (isReady(typed) ? label : words('preview'))}
      fields={fields}
      aside={(typed) => (
        <Aside
          lead={lead?.(typed)}
          effect={effectOf(typed)}
          order={order === 2 ? 3 : 4}
          places={places}
          chosen={placeOf?.(typed) ?? ''}
        />
      )}
      send={async (typed, keyed) => {
        const input = inputOf(typed);
        if (!input) return null;
        const saves = isReady(typed);
        const sent = saves ? keyed({ ...input, preview: false }) : { ...input, preview: true };
        const { data, error } = await send({ input: sent });
        const answer = data?.answer;
        const refused = refusedBy(error, answer?.userErrors);
        if (refused.length > 0 || !answer?.effect) {
          onRefused?.(refused.map(({ code }) => code));
          return refused;
        }
        if (saves && answer.institution) {
          onSaved(answer.institution);
          return refused;
        }
        setPreviewed({ of: JSON.stringify(input), effect: answer.effect });
        return null;
      }}
    />
  );
}

function Aside({
  lead,
  effect,
  ...rest
}: Omit<Parameters<typeof EffectShown>[0], 'effect'> & {
  lead: string | undefined;
  effect: Effect | null;
}) {
  return (
    <>
      {lead && <Text size="sm">{lead}</Text>}
      {effect && <EffectShown effect={effect} {...rest} />}
    </>
  );
}
