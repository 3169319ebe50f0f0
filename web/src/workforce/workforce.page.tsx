import { Group, NativeSelect, Paper, Stack, Tabs } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { Answer } from '../components/answer';
import { UnitSelect, type NamedUnit } from '../components/unit-select';
import {
  WorkforcePageDocument,
  WorkforceStartDocument,
  type UnitKind,
  type WorkforcePageQuery,
} from '../generated/graphql';
import { useView } from '../shared/address';
import { useGraph } from '../shared/graph';
import { Components } from './index/components';
import { Gaps } from './index/gaps';
import { IndexHead } from './index/index-head';
import { Records } from './registry/records';
import { useWorkforceWords } from './shared/workforce.words';

type WorkforceUnit = NonNullable<WorkforcePageQuery['administrativeUnit']>;

/** How far back years are offered; the address may name any. */
const FIRST_YEAR = 2015;

/** The workforce index of a unit and a year, and what it is made of. */
export default function WorkforcePage() {
  const words = useWorkforceWords();
  const [view] = useView();
  const named = view.get('unit');
  const { data: start } = useGraph(WorkforceStartDocument, {}, { pause: named !== null });
  const first = start?.reportingRounds.nodes[0]?.unit;
  const code = named ?? first?.code ?? null;
  const kind = (named ? view.get('kind') : (first?.kind ?? null)) as UnitKind | null;
  // The year before this one is the last that is over.
  const year = Number(view.get('year') ?? new Date().getFullYear() - 1);
  const asked = useGraph(
    WorkforcePageDocument,
    { code: code ?? '', kind, on: `${year}-12-31`, year },
    { pause: code === null },
  );
  return (
    <Stack>
      <Choice unit={asked.data?.administrativeUnit} year={year} />
      <Answer of={asked}>
        {({ administrativeUnit: unit }) =>
          unit ? (
            <Unit key={`${unit.id} ${year}`} unit={unit} />
          ) : (
            <PageTitle>{words('unknown-unit')}</PageTitle>
          )
        }
      </Answer>
    </Stack>
  );
}

/** Chooses the unit and the year; each choice is in the address. */
function Choice({ unit, year }: { unit: NamedUnit | null | undefined; year: number }) {
  const words = useWorkforceWords();
  const [, change] = useView();
  const first = new Date().getFullYear();
  const years = Array.from({ length: first - FIRST_YEAR + 1 }, (_each, back) => `${first - back}`);
  return (
    <Paper withBorder p="md" className="no-print">
      <Group align="start">
        <UnitSelect
          unit={unit}
          on={`${year}-12-31`}
          onUnit={(chosen) => chosen && change({ unit: chosen.code, kind: chosen.kind })}
        />
        <NativeSelect
          label={words('year')}
          value={`${year}`}
          data={years.includes(`${year}`) ? years : [`${year}`, ...years]}
          onChange={({ currentTarget: { value } }) => change({ year: value })}
          w={110}
        />
      </Group>
    </Paper>
  );
}

const TABS = ['index', 'gaps', 'records'] as const;

function Unit({ unit }: { unit: WorkforceUnit }) {
  const words = useWorkforceWords();
  const [view, change] = useView();
  const said = view.get('tab');
  // What was supposed had a tab of its own; addresses that were kept lead to where it is now.
  const tab = TABS.find((each) => each === (said === 'what-if' ? 'gaps' : said)) ?? 'index';
  const index = unit.workforceIndex;
  return (
    <>
      <PageTitle>{words('title-of', { unit: unit.name })}</PageTitle>
      {index ? <IndexHead index={index} /> : <p>{words('no-index')}</p>}
      <Tabs value={tab} onChange={(chosen) => change({ tab: chosen }, true)} keepMounted={false}>
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Paper withBorder p="md" mt="sm">
          <Tabs.Panel value="index">
            {index && <Components unit={unit.id} index={index} />}
          </Tabs.Panel>
          <Tabs.Panel value="gaps">{index && <Gaps unit={unit.id} index={index} />}</Tabs.Panel>
          <Tabs.Panel value="records">
            <Records unit={unit.id} canCreate={unit.workforce?.canCreate ?? false} />
          </Tabs.Panel>
        </Paper>
      </Tabs>
    </>
  );
}
