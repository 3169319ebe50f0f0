import { Anchor, Drawer, List, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { Answer } from '../../components/answer';
import { DataTable } from '../../components/data-table';
import { LedgerDocument } from '../../generated/graphql';
import { institutionAddress } from '../../shared/institution-address';
import { useView } from '../../shared/address';
import { NOTHING, day, number, part } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { inputsOf, useCountWords, useInputWords } from './input-words';
import { StateMark } from './state-mark';
import { useWorkforceWords } from '../shared/workforce.words';
import type { Index } from './workforce-index';

/** The components with their states; what nobody counted looks different from zero. */
export function Components({ unit, index }: { unit: string; index: Index }) {
  const words = useWorkforceWords();
  const [view, change] = useView();
  const open = index.components.find(({ code }) => code === view.get('component'));
  return (
    <>
      <DataTable
        caption={words('index')}
        fileName={words('index')}
        rows={index.components}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'component',
            header: words('component'),
            show: ({ code, name }) => (
              <Anchor
                component="button"
                type="button"
                fz="inherit"
                ta="left"
                underline="always"
                mih={24}
                title={words('open-ledger', { name })}
                onClick={() => change({ component: code })}
              >
                {code}. {name}
              </Anchor>
            ),
            value: ({ code }) => code,
          },
          {
            key: 'state',
            header: words('state'),
            show: ({ state }) => <StateMark state={state} />,
            value: ({ state }) => words(state),
          },
          {
            key: 'points',
            header: words('component-points'),
            numeric: true,
            show: ({ state, points, maximumPoints }) =>
              // What nobody counted earns nothing, and is no zero.
              state === 'NOT_COUNTED'
                ? words('unknown-of', { maximum: part(maximumPoints, Infinity, 2) })
                : points == null
                  ? NOTHING
                  : words('points', {
                      points: part(points, maximumPoints, 2),
                      maximum: part(maximumPoints, Infinity, 2),
                    }),
            value: ({ state, points }) => (state === 'NOT_COUNTED' ? null : (points ?? null)),
          },
          {
            key: 'owner',
            header: words('owner'),
            show: ({ owner }) => owner,
            value: ({ owner }) => owner,
          },
        ]}
      />
      {open && (
        <Ledger
          unit={unit}
          index={index}
          component={open}
          onClose={() => change({ component: null })}
        />
      )}
    </>
  );
}

/** Where the points of a component come from: what was counted, and each entry of the ledger. */
function Ledger({
  unit,
  index,
  component,
  onClose,
}: {
  unit: string;
  index: Index;
  component: Index['components'][number];
  onClose: () => void;
}) {
  const say = useSharedWords();
  const words = useWorkforceWords();
  const called = useInputWords();
  const countOf = useCountWords();
  const inputs = inputsOf(index);
  const nameOf = (name: string): string => {
    const input = inputs.get(name);
    return input ? called(input) : name;
  };
  const asked = useGraph(LedgerDocument, { unit, year: index.year });
  return (
    <Drawer
      opened
      position="right"
      size="lg"
      onClose={onClose}
      title={`${component.code}. ${component.name}`}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Text>{component.measures}</Text>
      <StateMark state={component.state} />
      <Title order={2} size="h4" mt="md">
        {words('inputs')}
      </Title>
      <List size="sm">
        {component.inputs.map((input) => (
          <List.Item key={input.name}>
            {called(input)}: {countOf(input)}
            {input.value != null && input.expired && ` (${words('expired')})`}
          </List.Item>
        ))}
      </List>
      {component.notes.map(({ source }) => (
        <Text size="sm" key={source}>
          {source}
        </Text>
      ))}
      <Title order={2} size="h4" mt="md">
        {words('ledger')}
      </Title>
      <Answer of={asked}>
        {({ node }) => {
          const found =
            node?.__typename === 'AdministrativeUnit'
              ? node.workforceIndex?.components.find(({ code }) => code === component.code)
              : undefined;
          if (!found || found.ledger.nodes.length === 0) return <Text>{words('no-points')}</Text>;
          return (
            <>
              <Text size="sm">
                {words('ledger-more', { total: number(found.ledger.totalCount) })}
              </Text>
              <List size="sm">
                {found.ledger.nodes.map(({ points, input, record, institution }) => (
                  <List.Item key={`${input} ${record?.id} ${institution?.id}`}>
                    {words('ledger-line', {
                      points: part(points, Infinity, 2),
                      input: nameOf(input),
                    })}
                    {record && ` · ${record.source} (${day(record.validFrom)})`}
                    {institution && (
                      <>
                        {' · '}
                        <Link href={institutionAddress(institution)}>{institution.name}</Link>
                      </>
                    )}
                  </List.Item>
                ))}
              </List>
            </>
          );
        }}
      </Answer>
    </Drawer>
  );
}
