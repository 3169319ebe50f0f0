import { List, Text } from '@mantine/core';
import type { Field, Typed } from '../../components/entry-field';
import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import { RoundAmendDocument, RoundWithdrawDocument } from '../../generated/graphql';
import { day, number } from '../../shared/format';
import { useChange } from '../../shared/graph';
import type { Round } from './round';
import { useRoundWords } from './rounds.words';

interface Of {
  round: Round;
  onChanged: () => void;
}

/** Mends a round or withdraws it; what cannot be done any more says why. */
export function Mending({ round, onChanged }: Of) {
  const words = useRoundWords();
  const { called, notBegun } = round.completeness?.total ?? { called: 0, notBegun: 0 };
  return (
    <>
      {round.canAmend ? (
        <Mend round={round} onChanged={onChanged} />
      ) : (
        <Text size="sm">{words('not-mended', { count: number(called - notBegun) })}</Text>
      )}
      {round.canWithdraw ? (
        <Withdraw round={round} onChanged={onChanged} />
      ) : (
        <Text size="sm">{words('not-withdrawn')}</Text>
      )}
    </>
  );
}

const DATES = ['referenceDate', 'opensOn', 'dueOn', 'closesOn'] as const;
const LABELS = {
  referenceDate: 'reference',
  opensOn: 'opens',
  dueOn: 'due',
  closesOn: 'closes',
} as const;

/** The dates that are typed otherwise than they are; what is left out stays as it is. */
const changedDates = (round: Round, typed: Typed) =>
  DATES.filter((name) => typed(name) !== '' && typed(name) !== round[name]);

function Mend({ round, onChanged }: Of) {
  const words = useRoundWords();
  const refusedBy = useRefusedBy(onChanged);
  const [amend] = useChange(RoundAmendDocument);
  const named = (label: string) => `${label} (${words('keep-empty')})`;
  const fields: Field[] = [
    // The graph tells the name in one language only.
    { name: 'nameVi', label: named(words('name-vi')) },
    { name: 'nameEn', label: named(words('name-en')) },
    ...DATES.map((name): Field => ({
      name,
      label: words(LABELS[name]),
      kind: 'date',
      start: round[name],
      required: true,
    })),
  ];
  return (
    <EntryForm
      title={words('mend')}
      label={words('mend-save')}
      fields={fields}
      aside={(typed) => (
        <List size="sm" role="status">
          {changedDates(round, typed).map((name) => (
            <List.Item key={name}>
              {words('mended', {
                label: words(LABELS[name]),
                before: day(round[name]),
                after: day(typed(name)),
              })}
            </List.Item>
          ))}
        </List>
      )}
      send={async (typed, keyed) => {
        const { data, error } = await amend({
          input: keyed({
            id: round.id,
            version: round.version,
            nameVi: typed('nameVi') || null,
            nameEn: typed('nameEn') || null,
            ...Object.fromEntries(changedDates(round, typed).map((name) => [name, typed(name)])),
          }),
        });
        if (data?.reportingRoundAmend.reportingRound) onChanged();
        return refusedBy(error, data?.reportingRoundAmend.userErrors);
      }}
    />
  );
}

function Withdraw({ round: { id, version }, onChanged }: Of) {
  const words = useRoundWords();
  const refusedBy = useRefusedBy(onChanged);
  const [withdraw] = useChange(RoundWithdrawDocument);
  return (
    <EntryForm
      title={words('withdraw')}
      label={words('withdraw')}
      fields={[{ name: 'reason', label: words('withdraw-reason'), kind: 'long', required: true }]}
      aside={() => <Text size="sm">{words('withdraw-lead')}</Text>}
      send={async (typed, keyed) => {
        const { data, error } = await withdraw({
          input: keyed({ id, version, reason: typed('reason') }),
        });
        if (data?.reportingRoundWithdraw.reportingRound) onChanged();
        return refusedBy(error, data?.reportingRoundWithdraw.userErrors);
      }}
    />
  );
}
