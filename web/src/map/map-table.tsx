import { Group, Paper, Table, Title } from '@mantine/core';
import { Link } from 'wouter';
import { CopyList } from '../components/copy-list';
import { CopyAddress } from '../components/copy-text';
import { useView } from '../shared/address';
import { number, percent } from '../shared/format';
import { unitAddressIn } from '../shared/unit-address';
import { useMapWords } from './map.words';
import type { Part } from './part';
import { countsOf, figureOf } from './tell';

/** Every number of the map; whatever is pointed at in it is pointed at on the map, too. */
export function MapTable({
  parts,
  point,
}: {
  parts: readonly Part[];
  point: (id: string | null) => void;
}) {
  const words = useMapWords();
  const heads = [words('name'), words('percent'), words('most'), words('completed')];
  const lines = () => [
    [...heads, words('institutions')],
    ...parts.map((part) => [
      part.unit.name,
      figureOf(part, words),
      percent(part.line.upperPercent),
      number(part.line.completed),
      number(part.line.institutions),
    ]),
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label={words('table')}>
      <Title order={2} size="h3" mb="xs">
        {words('table')}
      </Title>
      <div tabIndex={0} role="group" aria-label={words('table')} className="wide">
        <Table highlightOnHover verticalSpacing="xs">
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
            {parts.map((part) => (
              <Row key={part.unit.id} part={part} point={point} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group align="start" mt="sm">
        <CopyList label={words('copy')} name={`${words('file')}.csv`} lines={lines} />
        <CopyAddress />
      </Group>
    </Paper>
  );
}

function Row({ part, point }: { part: Part; point: (id: string | null) => void }) {
  const words = useMapWords();
  const [view] = useView();
  const { unit, line } = part;
  return (
    <Table.Tr onMouseEnter={() => point(unit.id)} onMouseLeave={() => point(null)}>
      <Table.Th scope="row">
        <Link
          href={unitAddressIn(view, unit)}
          onFocus={() => point(unit.id)}
          onBlur={() => point(null)}
        >
          {unit.name}
        </Link>
      </Table.Th>
      <Table.Td className="numeric">
        <strong>{figureOf(part, words)}</strong>
      </Table.Td>
      <Table.Td className="numeric">{percent(line.upperPercent)}</Table.Td>
      <Table.Td className="numeric">{countsOf(part, words)}</Table.Td>
    </Table.Tr>
  );
}
