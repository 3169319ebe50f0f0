import './map.css';
import { useMemo } from 'react';
import { outlinesOf, type Shapes } from './outlines';
import { classOf, type Part } from './part';

/**
 * The units in the colours of their figures, hatched where nothing is known. Every number of it stands in the table
 * below, in which the keyboard goes through the units.
 */
export function Choropleth({
  shapes,
  parts,
  label,
  pointed,
  point,
  open,
}: {
  shapes: Shapes;
  parts: ReadonlyMap<string, Part>;
  label: string;
  /** The unit that is pointed at. */
  pointed: string | null;
  point: (id: string | null) => void;
  open: (part: Part) => void;
}) {
  const { outlines, width, height } = useMemo(() => outlinesOf(shapes), [shapes]);
  const edge = outlines.find(({ id }) => id === pointed);
  return (
    <svg
      role="img"
      aria-label={label}
      className="choropleth"
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      onMouseLeave={() => point(null)}
    >
      <Hatching />
      {outlines.map(({ id, path }) => {
        const part = parts.get(id);
        const known = part ? classOf(part) : null;
        return (
          <path
            key={id}
            d={path}
            data-unit={part?.unit.code}
            className={known === null ? undefined : `map-class-${known}`}
            fill={known === null ? `url(#${HATCHING})` : undefined}
            onMouseEnter={() => point(id)}
            onClick={() => part && open(part)}
          />
        );
      })}
      {/* Above its neighbours, which would hide a half of it. */}
      {edge && (
        <path className="pointed" data-pointed={parts.get(edge.id)?.unit.code} d={edge.path} />
      )}
    </svg>
  );
}

const HATCHING = 'map-unknown';

/** As missing is shown everywhere. */
function Hatching() {
  return (
    <defs>
      <pattern
        id={HATCHING}
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="9" height="9" fill="var(--surface)" />
        <rect width="2.5" height="9" fill="var(--figure-missing)" />
      </pattern>
    </defs>
  );
}
