import { Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { DayInput } from '../components/day-input';
import { Failure } from '../components/answer';
import { LongTable } from '../components/long-table';
import {
  InstitutionListDocument,
  UnitByCodeDocument,
  type InstitutionListQuery,
  type UnitKind,
} from '../generated/graphql';
import { GROUPS, PILLARS } from '../shared/lists';
import { addressOf, useView } from '../shared/address';
import { number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { useInstitutionsWords } from './institutions.words';

type Institution = InstitutionListQuery['institutions']['nodes'][number];

/** All institutions, or those of a unit; the address says which. */
export default function InstitutionsPage() {
  const words = useInstitutionsWords();
  const [view] = useView();
  const code = view.get('unit');
  const { data } = useGraph(
    UnitByCodeDocument,
    { code: code ?? '', kind: view.get('unitKind') as UnitKind | null, on: view.get('on') },
    { pause: code === null },
  );
  const unit = data?.administrativeUnit;
  return (
    <Stack>
      <Title order={1}>{unit ? words('within', { unit: unit.name }) : words('title')}</Title>
      <Filters />
      {code !== null && data && !unit && <Text role="alert">{words('no-unit')}</Text>}
      {(code === null || unit) && <List unit={unit?.id ?? null} />}
    </Stack>
  );
}

function Filters() {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  const [view, change] = useView();
  const [typed, setTyped] = useState(view.get('search') ?? '');
  const search = useDebouncedCallback((text: string) => change({ search: text }, true), 300);
  return (
    <Paper withBorder p="md" className="no-print">
      <Group align="end">
        <TextInput
          type="search"
          label={words('search')}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            search(currentTarget.value);
          }}
        />
        <NativeSelect
          label={words('group')}
          value={view.get('group') ?? ''}
          onChange={({ currentTarget }) => change({ group: currentTarget.value })}
          data={[
            { value: '', label: words('every') },
            ...GROUPS.map((each) => ({ value: each, label: say(each) })),
          ]}
        />
        <DayInput label={words('on')} day={view.get('on')} onDay={(day) => change({ on: day })} />
      </Group>
    </Paper>
  );
}

function List({ unit }: { unit: string | null }) {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  const [view] = useView();
  const on = view.get('on');
  const group = GROUPS.find((each) => each === view.get('group')) ?? null;
  const filter = { unit, on, group, search: view.get('search') };
  const { rows, total, error, more, again } = usePages(
    InstitutionListDocument,
    { filter, on, first: 50 },
    (data) => data.institutions,
  );
  if (error) return <Failure error={error} again={again} />;
  if (total === undefined) return <div role="status">{say('loading')}</div>;
  return (
    <Paper withBorder p="xs">
      <Text role="status" p="xs">
        {words('total', { total: number(total) })}
      </Text>
      <LongTable
        caption={words('title')}
        rows={rows}
        rowKey={({ id }) => id}
        total={total}
        more={more}
        columns={[
          {
            key: 'name',
            header: words('name'),
            show: ({ code, name }) => (
              <Link href={addressOf(`/institutions/${encodeURIComponent(code)}`, { on })}>
                {name}
              </Link>
            ),
          },
          { key: 'kind', header: words('kind'), show: ({ kind }) => say(kind) },
          {
            key: 'unit',
            header: words('unit'),
            show: ({ unit: place }) => place?.name ?? words('unknown-unit'),
          },
          ...PILLARS.map((pillar) => ({
            key: pillar,
            header: say(pillar),
            show: ({ pillars }: Institution) => {
              const found = pillars.find((each) => each.pillar === pillar);
              return found ? say(found.stage ?? found.observation) : say('NOT_APPLICABLE');
            },
          })),
        ]}
      />
    </Paper>
  );
}
