import './map.css';
import { Link } from 'wouter';
import { useView } from '../shared/address';
import { reportedPercent } from '../overview/line';
import { unitAddressIn } from '../shared/unit-address';
import { useMapWords } from './map.words';
import type { Part } from './part';
import { figureOf } from './tell';

/** Where there is no map: a line for each unit, in the order of the graph, with a dot at its figure and its range. */
export function Dots({ parts, label }: { parts: readonly Part[]; label: string }) {
  const words = useMapWords();
  const [view] = useView();
  return (
    <ol className="dots" aria-label={label}>
      {parts.map((part) => (
        <li key={part.unit.id}>
          <Link href={unitAddressIn(view, part.unit)}>{part.unit.name}</Link>
          <div className="dot-track" aria-hidden>
            <Range part={part} />
          </div>
          <span className="numeric">{figureOf(part, words)}</span>
        </li>
      ))}
    </ol>
  );
}

function Range({ part: { line } }: { part: Part }) {
  const value = reportedPercent(line);
  if (line.institutions === 0) return null;
  if (value === null) return <span className="unknown" style={{ left: 0, right: 0 }} />;
  return (
    <>
      <span
        className="unknown"
        style={{ left: `${value}%`, right: `calc(100% - ${line.upperPercent ?? value}%)` }}
      />
      <i style={{ left: `${value}%` }} />
    </>
  );
}
