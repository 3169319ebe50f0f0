import { Checkbox, Slider, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Answer } from '../../components/answer';
import { WhatIfDocument, type IndexAssumption } from '../../generated/graphql';
import { number, part } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { useGapWords } from './gaps';
import { useInputWords } from './input-words';
import { useWorkforceWords } from '../shared/workforce.words';
import type { Index } from './workforce-index';

/** The index that would follow from what is taken for done; the hub scores it, and nothing is stored. */
export function WhatIf({ unit, year, index }: { unit: string; year: number; index: Index }) {
  const words = useWorkforceWords();
  const named = useGapWords(index);
  const called = useInputWords(index);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const [values, setValues] = useState<Readonly<Record<string, number>>>({});
  const [assume] = useDebouncedValue(assumptionsOf(closed, values), 300);
  const asked = useGraph(WhatIfDocument, { unit, year, assume });
  return (
    <Stack>
      <Text size="sm">{words('what-if-lead')}</Text>
      <Text>
        {words('now', {
          points: part(index.points, index.maximumPoints, 2),
          maximum: number(index.maximumPoints, 2),
        })}
      </Text>
      <Answer of={asked}>
        {({ node }) => {
          const assumed = node?.__typename === 'AdministrativeUnit' ? node.workforceIndex : null;
          return (
            <div role="status">
              <Text size="xl" fw={650}>
                {words('would', {
                  points: part(assumed?.points, assumed?.maximumPoints ?? 0, 2),
                  maximum: number(assumed?.maximumPoints, 2),
                })}
              </Text>
              {assume.length > 0 && <Text size="sm">{words('hypothetical')}</Text>}
            </div>
          );
        }}
      </Answer>
      {index.gaps.nodes.map((gap) => (
        <div key={gap.key}>
          <Checkbox
            label={named(gap)}
            checked={closed.includes(gap.key)}
            onChange={({ currentTarget: { checked } }) =>
              setClosed(checked ? [...closed, gap.key] : closed.filter((key) => key !== gap.key))
            }
          />
          {gap.cure.map(({ input, value }) => (
            <Count
              key={input}
              name={called(input)}
              most={value ?? null}
              value={values[input]}
              onValue={(chosen) => setValues({ ...values, [input]: chosen })}
            />
          ))}
        </div>
      ))}
    </Stack>
  );
}

/** A number to suppose, from none to what would close the gap. */
function Count({
  name,
  most,
  value,
  onValue,
}: {
  name: string;
  most: number | null;
  value: number | undefined;
  onValue: (value: number) => void;
}) {
  const words = useWorkforceWords();
  if (!most || most < 2) return null;
  return (
    <div style={{ maxWidth: 420, paddingLeft: 32 }}>
      <Text size="sm">
        {words('assume-count', { name })} {value === undefined ? '' : number(value)}
      </Text>
      <Slider
        thumbLabel={words('assume-count', { name })}
        min={0}
        max={most}
        value={value ?? 0}
        onChange={onValue}
        label={(each) => number(each)}
      />
    </div>
  );
}

const assumptionsOf = (
  closed: readonly string[],
  values: Readonly<Record<string, number>>,
): IndexAssumption[] => [
  ...closed.map((gap) => ({ gap })),
  ...Object.entries(values).map(([input, value]) => ({ input, value })),
];
