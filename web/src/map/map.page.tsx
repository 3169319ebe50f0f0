import { Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Answer, Failure } from '../components/answer';
import {
  MapShapesDocument,
  RankingDocument,
  type MapShapesQuery,
  type OverviewUnitFragment,
} from '../generated/graphql';
import { codeOf, type Line } from '../overview/line';
import { useChosenLine } from '../overview/line-choice';
import { LinePage, type LinesSeen } from '../overview/line-page';
import { useGo, useView } from '../shared/address';
import { day } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { unitAddressIn } from '../shared/unit-address';
import { useEvery } from '../shared/use-pages';
import { Choropleth } from './choropleth';
import { Dots } from './dots';
import { MapLegend } from './legend';
import { MapTable } from './map-table';
import { useMapWords } from './map.words';
import { areShapes } from './outlines';
import type { Part } from './part';
import { sentenceOf } from './tell';

/** The units below on a map, in the colours of a figure. The address says all that is chosen. */
export default function MapPage() {
  const words = useMapWords();
  return (
    <LinePage title={(unit) => words('title', unit)} choice={() => null}>
      {(seen) => <Figures {...seen} />}
    </LinePage>
  );
}

function Figures({ unit, on, basis, lines }: LinesSeen) {
  const words = useMapWords();
  const line = useChosenLine(lines);
  const { parts, total, error, retry } = useParts({ unit, on, basis, line });
  const shapes = useGraph(MapShapesDocument, { unit: unit.id, on, basis });
  if (!line) return null;
  if (error) return <Failure error={error} again={retry} />;
  if (total === 0) return <Text>{words('no-parts')}</Text>;
  if (total === undefined || parts.length < total) return null;
  return (
    <Answer of={shapes}>
      {({ unitBoundaries }) => (
        <Drawn unit={unit} line={line} parts={parts} boundaries={unitBoundaries ?? null} />
      )}
    </Answer>
  );
}

/** All units below, the highest figure first. */
function useParts({
  unit,
  on,
  basis,
  line,
}: Pick<LinesSeen, 'unit' | 'on' | 'basis'> & { line: Line | undefined }) {
  // A map is drawn as a whole.
  const { rows, total, error, retry } = useEvery(
    RankingDocument,
    {
      ...{ unit: unit.id, tier: null, on, basis, year: null, direction: null, first: 100 },
      ...{ group: line?.group ?? 'GENERAL_EDUCATION', indicator: line ? codeOf(line) : 'ALL_FOUR' },
      order: { figure: 'PERCENT', direction: 'DESC' },
    },
    ({ breakdown }) => breakdown,
  );
  const parts = rows.flatMap(({ unit: below, line: its }): Part[] =>
    below ? [{ unit: below, line: its }] : [],
  );
  return { parts, total, error, retry };
}

function Drawn({
  unit,
  line,
  parts,
  boundaries,
}: {
  unit: OverviewUnitFragment;
  line: Line;
  parts: readonly Part[];
  boundaries: MapShapesQuery['unitBoundaries'] | null;
}) {
  const say = useSharedWords();
  const words = useMapWords();
  const [view] = useView();
  const go = useGo();
  const [pointed, point] = useState<string | null>(null);
  const byId = new Map(parts.map((part) => [part.unit.id, part]));
  const told = pointed === null ? undefined : byId.get(pointed);
  const what = { group: say(line.group), what: line.indicator.name };
  const shapes = boundaries && areShapes(boundaries.features) ? boundaries.features : null;
  const title = words(shapes ? 'map' : 'dots');
  return (
    <>
      <Paper withBorder p="md" component="section" aria-label={title}>
        <Title order={2} size="h3" mb="xs">
          {title}
        </Title>
        <Text size="sm">{words('figure', { ...what, day: day(unit.progress?.asOf) })}</Text>
        {!shapes && <Text my="xs">{words('no-shapes')}</Text>}
        <MapLegend parts={parts} asDots={!shapes} />
        {boundaries && shapes ? (
          <>
            <Text className="map-tip no-print" fw={600} aria-live="polite">
              {told ? sentenceOf(told, words) : words('hint')}
            </Text>
            <Choropleth
              shapes={shapes}
              parts={byId}
              label={words('map-label', { unit: unit.name, ...what })}
              pointed={pointed}
              point={point}
              open={(part) => go(unitAddressIn(view, part.unit))}
            />
            <Sources of={boundaries} />
          </>
        ) : (
          <Dots parts={parts} label={title} />
        )}
      </Paper>
      <MapTable parts={parts} point={point} />
    </>
  );
}

/** Where the borders come from, and which are missing. */
function Sources({
  of: { sources, withoutShape },
}: {
  of: NonNullable<MapShapesQuery['unitBoundaries']>;
}) {
  const words = useMapWords();
  const names = withoutShape.map(({ name }) => name).join(', ');
  return (
    <>
      {names && (
        <Text size="sm" mt="xs">
          {words('without-shape', { names })}
        </Text>
      )}
      {sources.map(({ source, licence, validFrom }) => (
        <Text key={`${source} ${licence} ${validFrom}`} size="sm" c="dimmed" mt="xs">
          {words('source', { source, licence, day: day(validFrom) })}
        </Text>
      ))}
    </>
  );
}
