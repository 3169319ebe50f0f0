import { Button, Group } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useRef } from 'react';
import { day, percent } from '../shared/format';
import type { Caption } from '../components/picture';
import { useSharedWords } from '../shared/shared.words';
import { apart, type Drawn } from './trend-lines';

/** In pixels: the picture, and the room around what is drawn. */
const HEIGHT = 320;
const TOP = 12;
const BOTTOM = 28;
const LEFT = 44;

/** How much room the labels at the ends of the lines take; on a phone they stand in the legend alone. */
const LABELS = 210;
const NARROW = 520;

/** What is said with the picture when it leaves the house, but for what the lines say themselves. */
export type ChartCaption = Omit<Caption, 'legend'>;

/** Lines over time from 0 to 100%, with their names at their ends. Every number of it stands in a table beside it. */
export function TrendChart({
  lines,
  label,
  fileName,
  caption,
}: {
  lines: readonly Drawn[];
  label: string;
  fileName: string;
  caption: ChartCaption;
}) {
  const say = useSharedWords();
  const { ref, width } = useElementSize();
  const picture = useRef<SVGSVGElement>(null);
  async function save(way: 'savePng' | 'saveSvg') {
    const saving = await import('../components/picture');
    if (!picture.current) return;
    await saving[way](fileName, picture.current, { ...caption, legend: [...lines].reverse() });
  }
  return (
    <figure style={{ margin: 0 }}>
      <div ref={ref} style={{ height: HEIGHT }}>
        {width > 0 && (
          <svg
            ref={picture}
            role="img"
            aria-label={label}
            width={width}
            height={HEIGHT}
            fontFamily="system-ui, sans-serif"
            fontSize={12}
          >
            <Picture lines={lines} width={width} />
          </svg>
        )}
      </div>
      <Group justify="end" gap={0} className="no-print">
        <Button variant="subtle" size="xs" onClick={() => void save('savePng')}>
          {say('download-png')}
        </Button>
        <Button variant="subtle" size="xs" onClick={() => void save('saveSvg')}>
          {say('download-svg')}
        </Button>
      </Group>
    </figure>
  );
}

function Picture({ lines, width }: { lines: readonly Drawn[]; width: number }) {
  const isNarrow = width < NARROW;
  const right = width - (isNarrow ? 12 : LABELS);
  const years = lines.flatMap(({ points }) => points.map(({ day: on }) => Number(on.slice(0, 4))));
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const begin = momentOf(`${first}-01-01`);
  const span = momentOf(`${last}-01-01`) - begin;
  const x = (on: string) => LEFT + ((momentOf(on) - begin) / span) * (right - LEFT);
  const y = (value: number) => HEIGHT - BOTTOM - (value / 100) * (HEIGHT - BOTTOM - TOP);
  const every = Math.ceil((last - first) / Math.max(1, Math.floor((right - LEFT) / 44)));
  return (
    <>
      {[0, 25, 50, 75, 100].map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={right} y1={y(value)} y2={y(value)} stroke="var(--grid)" />
          <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" fill="var(--ink-axis)">
            {value}%
          </text>
        </g>
      ))}
      {Array.from({ length: last - first }, (_, index) => first + index)
        .filter((year) => (year - first) % every === 0)
        .map((year) => (
          <text key={year} x={x(`${year}-01-01`)} y={HEIGHT - 8} fill="var(--ink-axis)">
            {year}
          </text>
        ))}
      {lines.map((line) => (
        <Drawing key={line.key} line={line} x={x} y={y} />
      ))}
      {!isNarrow && <Labels lines={lines} x={x} y={y} />}
    </>
  );
}

interface Scale {
  x: (day: string) => number;
  y: (value: number) => number;
}

function Drawing({ line: { name, colour, dash, width, points }, x, y }: Scale & { line: Drawn }) {
  const known = points.filter((point): point is typeof point & { value: number } =>
    Number.isFinite(point.value),
  );
  return (
    <g fill={colour}>
      <polyline
        points={known.map(({ day: on, value }) => `${x(on)},${y(value)}`).join(' ')}
        fill="none"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dash}
      />
      {known.map(({ day: on, value }) => (
        <circle key={on} cx={x(on)} cy={y(value)} r={dash ? 3 : 5}>
          <title>{`${name}, ${day(on)}: ${percent(value)}`}</title>
        </circle>
      ))}
    </g>
  );
}

/** What the lines are called and come to, at their ends, apart from each other where they end side by side. */
function Labels({ lines, x, y }: Scale & { lines: readonly Drawn[] }) {
  const ends = lines.flatMap(({ key, label, colour, points }) => {
    const { day: on, value } = points.findLast((point) => point.value !== null) ?? {};
    return on && value != null ? [{ key, label, colour, at: x(on), height: y(value) }] : [];
  });
  const heights = apart(
    ends.map(({ height }) => height),
    TOP,
    HEIGHT - BOTTOM,
  );
  return ends.map(({ key, label, colour, at }, index) => (
    <text
      key={key}
      x={at + 10}
      y={(heights[index] ?? 0) + 4}
      fill={colour}
      fontWeight={600}
      stroke="var(--surface)"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {label}
    </text>
  ));
}

const momentOf = (on: string): number => Date.parse(`${on}T00:00:00Z`);
