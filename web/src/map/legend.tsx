import { Entry, Legend } from '../overview/figure-bar';
import { number } from '../shared/format';
import { useMapWords } from './map.words';
import { classOf, STEPS, type Part } from './part';

/** What the colours and the hatching mean, and how many units nothing is known of. */
export function MapLegend({ parts, asDots }: { parts: readonly Part[]; asDots: boolean }) {
  const words = useMapWords();
  const unknown = parts.filter((part) => classOf(part) === null).length;
  return (
    <Legend>
      {asDots ? (
        <Entry mark={<span className="swatch unknown" />}>{words('range')}</Entry>
      ) : (
        STEPS.slice(1).map((to, index) => (
          <Entry key={to} mark={<span className={`swatch map-class-${index + 1}`} />}>
            {words(to === 100 ? 'class-last' : 'class', { from: STEPS[index], to })}
          </Entry>
        ))
      )}
      <Entry mark={<span className="swatch unknown" />}>
        {words('class-unknown', { count: number(unknown) })}
      </Entry>
    </Legend>
  );
}
