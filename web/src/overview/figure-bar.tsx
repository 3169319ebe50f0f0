import type { ReactNode } from 'react';
import { targetColour } from '../shared/theme';
import { useOverviewWords } from './overview.words';
import type { RankedLine } from './line';

/**
 * A line from 0 to 100%: dark as far as is completed, hatched as far as it could be if all had finished of whom nothing
 * is known, light beyond; and a mark where each target is. Every number of it stands beside it. Without institutions
 * there is none.
 */
export function FigureBar({ line: { percent, upperPercent, targets } }: { line: RankedLine }) {
  if (percent == null) return null;
  return (
    <div className="bar" aria-hidden>
      <span className="unknown" style={{ width: `${upperPercent}%` }} />
      <span className="completed" style={{ width: `${percent}%` }} />
      {targets.map(({ target }) => (
        <i
          key={target.id}
          style={{ left: `${target.percent}%`, background: targetColour(target.year) }}
        />
      ))}
    </div>
  );
}

/** What the colours, the hatching and the marks of the bars mean. */
export function BarLegend({ years }: { years: readonly number[] }) {
  const words = useOverviewWords();
  return (
    <Legend>
      <Entry mark={<span className="swatch completed" />}>{words('legend-completed')}</Entry>
      <Entry mark={<span className="swatch unknown" />}>{words('legend-missing')}</Entry>
      <Entry mark={<span className="swatch" />}>{words('legend-reported')}</Entry>
      {years.map((year) => (
        <Entry
          key={year}
          mark={<span className="tick" style={{ background: targetColour(year) }} />}
        >
          {words('target', { year })}
        </Entry>
      ))}
    </Legend>
  );
}

export function Legend({ children }: { children: ReactNode }) {
  return <ul className="legend">{children}</ul>;
}

export function Entry({ mark, children }: { mark: ReactNode; children: string }) {
  return (
    <li>
      <span aria-hidden>{mark}</span> {children}
    </li>
  );
}
