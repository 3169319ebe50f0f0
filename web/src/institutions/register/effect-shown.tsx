import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { DataTable } from '../../components/data-table';
import { ChosenDocument, type RegisterEffectFragment } from '../../generated/graphql';
import { day, number, targetPercent } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { COMMON_INDICATORS } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { isColumn, useRecordedTurn, type NamedPlace } from './recorded-values';
import { useRegisterWords } from './register.words';

export type Effect = RegisterEffectFragment;

/** What a change would do, before it is made: the fields, the figures, the rounds and the targets. */
export function EffectShown({
  effect,
  order,
  places,
  chosen,
}: {
  effect: Effect;
  /** The level of its heading: one below that of its form. */
  order: 3 | 4;
  /** The units that are known by name. */
  places: readonly NamedPlace[];
  /** The id of the unit that was chosen; empty for none. */
  chosen: string;
}) {
  const words = useRegisterWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [effect]);
  const { changes, figures, roundsJoined, roundsLeft, targets } = effect;
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={words('effect')}
      ref={box}
      tabIndex={-1}
    >
      <Stack gap="sm">
        <Title order={order} size="h5">
          {words('effect')}
        </Title>
        {changes.length === 0 ? (
          <Text size="sm">{words('no-change')}</Text>
        ) : (
          <>
            <Fields effect={effect} places={places} chosen={chosen} />
            {figures.length === 0 ? (
              <Text size="sm">{words('no-figures', { day: day(effect.asOf) })}</Text>
            ) : (
              <Figures effect={effect} />
            )}
            <Named title={words('rounds-joined')} names={roundsJoined.map(({ name }) => name)} />
            <Named title={words('rounds-left')} names={roundsLeft.map(({ name }) => name)} />
            {targets.length > 0 && <Targets of={targets} />}
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Fields({
  effect: { changes, figures },
  places,
  chosen,
}: Omit<Parameters<typeof EffectShown>[0], 'order'>) {
  const words = useRegisterWords();
  const named = useChosenPlace(chosen);
  const turnOf = useRecordedTurn([...places, ...figures.map(({ unit }) => unit), ...named]);
  return (
    <List size="sm">
      {changes.map(({ column, before, after, since, corrected }) => (
        <List.Item key={column}>
          {isColumn(column) ? turnOf(column, before, after) : words('other')}
          {corrected
            ? words(since ? 'corrected-since' : 'corrected', { since: day(since) })
            : since && words('from-then', { since: day(since) })}
        </List.Item>
      ))}
    </List>
  );
}

/** The unit that was chosen, in a list; an empty one until it is known, and where none was. */
function useChosenPlace(id: string): NamedPlace[] {
  const { data } = useGraph(ChosenDocument, { id }, { pause: id === '' });
  return id && data?.node?.__typename === 'AdministrativeUnit' ? [data.node] : [];
}

function Figures({ effect: { figures, asOf } }: { effect: Effect }) {
  const say = useSharedWords();
  const words = useRegisterWords();
  const turn = (before: number, after: number) =>
    before === after
      ? number(after)
      : words('figure-turns', { before: number(before), after: number(after) });
  return (
    <DataTable
      caption={words('figures', { day: day(asOf) })}
      rows={figures}
      rowKey={({ unit, group }) => `${unit.id} ${group}`}
      columns={[
        { key: 'unit', header: words('unit'), show: ({ unit }) => unit.name },
        { key: 'group', header: words('group'), under: true, show: ({ group }) => say(group) },
        {
          key: 'institutions',
          header: words('institutions'),
          show: (row) => turn(row.institutionsBefore, row.institutionsAfter),
        },
        {
          key: 'completed',
          header: words('completed'),
          show: (row) => turn(row.completedBefore, row.completedAfter),
        },
      ]}
    />
  );
}

function Named({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Text size="sm">
      {title}: {names.join('; ')}
    </Text>
  );
}

function Targets({ of: targets }: { of: Effect['targets'] }) {
  const say = useSharedWords();
  const words = useRegisterWords();
  return (
    <details>
      <summary>{words('targets', { count: number(targets.length) })}</summary>
      <List size="sm">
        {targets.map(({ id, plan, group, indicator, year, percent }) => {
          const common = COMMON_INDICATORS.find((each) => each === indicator.code);
          return (
            <List.Item key={id}>
              {plan.title}: {say(group)}, {common ? say(common) : indicator.name}, {year}:{' '}
              {targetPercent(percent)}
            </List.Item>
          );
        })}
      </List>
    </details>
  );
}
