import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { csvLine } from '../../../../src/shared/csv-line';
import { Failure } from '../../components/answer';
import { DayInput } from '../../components/day-input';
import { LongTable } from '../../components/long-table';
import { useRefusedBy } from '../../components/refused-by';
import { Refusals, type Refused } from '../../components/refusals';
import { UnitFilter, UnitProblem, useUnitOfView } from '../../components/unit-filter';
import { UnitSelect } from '../../components/unit-select';
import {
  ImportStartDocument,
  UnsettledDocument,
  type UnsettledQuery,
} from '../../generated/graphql';
import { day, number } from '../../shared/format';
import { useChange } from '../../shared/graph';
import { useIntentionKey } from '../../shared/use-intention-key';
import { usePages } from '../../shared/use-pages';
import { useImportsWords } from './imports.words';

type Institution = UnsettledQuery['institutions']['nodes'][number];

interface Place {
  code: string;
  name: string;
}

/** The commune that was chosen for an institution, by the id of the institution. */
type Chosen = Readonly<Record<string, Place>>;

const placeOf = ({ locations }: Institution) => locations.find(({ settled }) => !settled);

/**
 * Institutions of which nobody knows the commune, each with those that it may be. What was chosen becomes a file of
 * institutions, so that it is previewed, saved and undone as one.
 *
 * Long because what is chosen for many rows stands above the table in which it is chosen for one.
 */
export function Settle({ onStarted }: { onStarted: (id: string) => void }) {
  const words = useImportsWords();
  const { unit } = useUnitOfView();
  const { rows, total, error, more, retry } = usePages(
    UnsettledDocument,
    { unit: unit?.id ?? null, first: 100 },
    (data) => data.institutions,
  );
  const [chosen, setChosen] = useState<Chosen>({});
  const [from, setFrom] = useState<string | null>(null);
  const { send, busy, refused } = useFile(onStarted);
  const mine = rows.filter(({ id, canChange }) => canChange && chosen[id]);
  const candidates = new Map(
    rows.flatMap((row) => (placeOf(row)?.candidates ?? []).map((each) => [each.code, each])),
  );
  /** Chooses a commune for all rows that may be in it and have none yet. */
  function fill(code: string) {
    const fitting = rows.flatMap((row) => {
      const found = placeOf(row)?.candidates.find((each) => each.code === code);
      return found && row.canChange && !chosen[row.id] ? [[row.id, found] as const] : [];
    });
    setChosen({ ...chosen, ...Object.fromEntries(fitting) });
  }
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {words('settle')}
      </Title>
      <Text size="sm">{words('settle-lead')}</Text>
      <Group align="end">
        <UnitFilter />
        <NativeSelect
          label={words('fill')}
          w={{ base: '100%', sm: 280 }}
          value=""
          disabled={candidates.size === 0}
          onChange={({ currentTarget: { value } }) => fill(value)}
          data={[
            { value: '', label: words('fill-none') },
            ...[...candidates.values()].map(({ code, name }) => ({
              value: code,
              label: `${name} (${code})`,
            })),
          ]}
        />
        <DayInput
          label={words('from')}
          description={words('settle-from')}
          w={{ base: '100%', sm: 280 }}
          day={from}
          onDay={setFrom}
        />
      </Group>
      <UnitProblem />
      <Group gap="xs">
        <Button
          disabled={mine.length === 0}
          loading={busy}
          onClick={() => void send(mine, chosen, from)}
        >
          {words('settle-preview', { count: number(mine.length) })}
        </Button>
      </Group>
      <Refusals of={refused} />
      {error && <Failure error={error} again={retry} />}
      {total === 0 && <Text role="status">{words('settle-none')}</Text>}
      {total !== undefined && total !== 0 && (
        <Paper withBorder>
          <LongTable
            caption={words('settle')}
            rows={rows}
            rowKey={({ id }) => id}
            total={total}
            {...(more && { more })}
            columns={[
              {
                key: 'institution',
                header: words('subject'),
                show: ({ name, code }) => (
                  <Text inherit miw={180}>
                    {name}
                    <br />
                    {code}
                  </Text>
                ),
              },
              { key: 'known', header: words('known'), show: (row) => <Known of={row} /> },
              {
                key: 'commune',
                header: words('commune'),
                show: (row) => (
                  <Commune
                    of={row}
                    chosen={chosen[row.id] ?? null}
                    onChoose={(place) => setChosen(withPlace(chosen, row.id, place))}
                  />
                ),
              },
            ]}
          />
        </Paper>
      )}
    </Stack>
  );
}

function withPlace(chosen: Chosen, id: string, place: Place | null): Chosen {
  const { [id]: _before, ...others } = chosen;
  return place ? { ...others, [id]: place } : others;
}

/** Where the institution certainly is, and since when no more is known. */
function Known({ of }: { of: Institution }) {
  const words = useImportsWords();
  const place = placeOf(of);
  return (
    <>
      {place?.unit?.name ?? words('nowhere')}
      {place?.validFrom && words('since', { since: day(place.validFrom) })}
    </>
  );
}

/** The commune of one institution: one of those that it may be, or any where none is named. */
function Commune({
  of,
  chosen,
  onChoose,
}: {
  of: Institution;
  chosen: Place | null;
  onChoose: (place: Place | null) => void;
}) {
  const words = useImportsWords();
  const place = placeOf(of);
  const candidates = place?.candidates ?? [];
  if (!of.canChange) return <Text size="sm">{words('not-mine')}</Text>;
  if (candidates.length === 0)
    return (
      <>
        {chosen && <Text size="sm">{`${chosen.name} (${chosen.code})`}</Text>}
        <UnitSelect
          unit={null}
          on={place?.validFrom ?? null}
          every={words('fill-none')}
          onUnit={(unit) => onChoose(unit?.kind === 'COMMUNE' ? unit : null)}
        />
      </>
    );
  return (
    <NativeSelect
      aria-label={words('commune-of', { name: of.name })}
      miw={220}
      value={chosen?.code ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChoose(candidates.find(({ code }) => code === value) ?? null)
      }
      data={[
        { value: '', label: words('fill-none') },
        ...candidates.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
      ]}
    />
  );
}

/** What was chosen as a file of institutions, which the hub previews. */
function useFile(onStarted: (id: string) => void) {
  const words = useImportsWords();
  const refusedBy = useRefusedBy();
  const intention = useIntentionKey();
  const [start, busy] = useChange(ImportStartDocument);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function send(rows: readonly Institution[], chosen: Chosen, from: string | null) {
    const lines = rows.flatMap(({ id, code, codes }) => {
      const place = chosen[id];
      const inUse = codes.find((each) => each.code === code && !each.validTo) ?? codes.at(-1);
      return place && inUse ? [csvLine([inUse.system, inUse.code, place.code])] : [];
    });
    const content = csvLine(['system', 'code', 'unit_code']) + lines.join('');
    const input = { kind: 'INSTITUTIONS' as const, fileName: words('settle-file'), content, from };
    const { data, error } = await start({ input: intention.keyed(input) });
    const found = refusedBy(error, data?.importJobStart.userErrors);
    setRefused(found);
    const job = data?.importJobStart.importJob;
    if (!job || found.length > 0) return;
    intention.done();
    onStarted(job.id);
  }
  return { send, busy, refused };
}
