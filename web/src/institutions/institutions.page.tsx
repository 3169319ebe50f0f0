import { Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { Failure } from '../components/answer';
import { LongTable } from '../components/long-table';
import { UnitProblem, useUnitOfView } from '../components/unit-filter';
import { InstitutionListDocument, type InstitutionListQuery } from '../generated/graphql';
import { addressOf, useView } from '../shared/address';
import { number } from '../shared/format';
import { GROUPS, INSTITUTION_KINDS, PILLARS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import { Filters } from './filters';
import { useInstitutionsWords } from './institutions.words';

type Institution = InstitutionListQuery['institutions']['nodes'][number];

/** All institutions, or those of a unit; the address says which. */
export default function InstitutionsPage() {
  const words = useInstitutionsWords();
  const { unit, isUnknown } = useUnitOfView();
  return (
    <Stack>
      <Title order={1}>{unit ? words('within', { unit: unit.name }) : words('title')}</Title>
      <Filters />
      <UnitProblem />
      {unit !== undefined && !isUnknown && <List unit={unit?.id ?? null} />}
    </Stack>
  );
}

function List({ unit }: { unit: string | null }) {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  const [view] = useView();
  const on = view.get('on');
  const group = GROUPS.find((each) => each === view.get('group')) ?? null;
  const kind = INSTITUTION_KINDS.find((each) => each === view.get('kind'));
  const filter = { unit, on, group, kinds: kind ? [kind] : null, search: view.get('search') };
  const { rows, total, error, more, retry } = usePages(
    InstitutionListDocument,
    { filter, on, first: 50 },
    (data) => data.institutions,
  );
  if (total === undefined)
    return error ? (
      <Failure error={error} again={retry} />
    ) : (
      <div role="status">{say('loading')}</div>
    );
  return (
    <Paper withBorder p="xs">
      {error && <Failure error={error} again={retry} />}
      <Text role="status" p="xs">
        {words(group || kind ? 'total' : 'total-all-kinds', { total: number(total) })}
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
