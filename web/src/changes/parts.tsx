import { Anchor, Group, Paper, Table, Text, Title } from '@mantine/core';
import { CopyList } from '../components/copy-list';
import { CopyAddress } from '../components/copy-text';
import type { ProgressChangeReason } from '../generated/graphql';
import { useView } from '../shared/address';
import { number, signed } from '../shared/format';
import type { ChangeLine } from './asked';
import { useChangesWords } from './changes.words';

const COUNTERS = ['completed', 'reported', 'institutions', 'notApplicable'] as const;

/** The parts of a difference, one for each reason, and the whole that they add up to. */
export function Parts({ line }: { line: ChangeLine }) {
  const { parts, difference } = line;
  const words = useChangesWords();
  const [, change] = useView();
  const heads = [words('reason'), words('count'), ...COUNTERS.map((counter) => words(counter))];
  const lines = () => [
    heads,
    ...parts.map((part) => [
      words(part.reason),
      number(part.count),
      ...COUNTERS.map((counter) => number(part.difference[counter])),
    ]),
    [words('whole'), '', ...COUNTERS.map((counter) => number(difference[counter]))],
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label={words('parts')}>
      <Title order={2} size="h3" mb="xs">
        {words('parts')}
      </Title>
      <Text size="sm" mb="xs">
        {words('parts-lead')}
      </Text>
      <PartsTable heads={heads} line={line} open={(part) => change({ part })} />
      <Group align="start" mt="sm">
        <CopyList label={words('copy-parts')} name={`${words('file')}.csv`} lines={lines} />
        <CopyAddress />
      </Group>
    </Paper>
  );
}

function PartsTable({
  heads,
  line: { parts, difference },
  open,
}: {
  heads: string[];
  line: ChangeLine;
  open: (reason: ProgressChangeReason) => void;
}) {
  const words = useChangesWords();
  return (
    <div tabIndex={0} role="group" aria-label={words('parts')} className="wide">
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head, index) => (
              <Table.Th key={head} scope="col" className={index > 0 ? 'numeric' : ''}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map(({ reason, count, difference: its }) => (
            <Table.Tr key={reason}>
              <Table.Th scope="row">
                <Anchor
                  component="button"
                  type="button"
                  fz="inherit"
                  ta="start"
                  underline="always"
                  mih={24}
                  onClick={() => open(reason)}
                >
                  {words(reason)}
                </Anchor>
              </Table.Th>
              <Table.Td className="numeric">{number(count)}</Table.Td>
              <Differences of={its} />
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{words('whole')}</Table.Th>
            <Table.Td />
            <Differences of={difference} />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}

function Differences({ of }: { of: ChangeLine['difference'] }) {
  return COUNTERS.map((counter) => (
    <Table.Td key={counter} className="numeric">
      {signed(of[counter])}
    </Table.Td>
  ));
}
