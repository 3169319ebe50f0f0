import { Link } from 'wouter';
import { TickedList, TickedRow } from '../components/ticked-list';
import type { NearInstitutionFragment } from '../generated/graphql';
import { institutionAddress } from '../shared/institution-address';
import { useSharedWords } from '../shared/shared.words';
import { useTargetWords } from './target.words';
import { useLacks } from './use-lacks';

/** Institutions in the order of the graph, each with what it lacks, to be ticked. */
export function NearestList({
  rows,
  on,
  ticked,
  onTick,
}: {
  rows: readonly NearInstitutionFragment[];
  on: string | null;
  ticked: ReadonlySet<string>;
  onTick: (id: string, isTicked: boolean) => void;
}) {
  const say = useSharedWords();
  const words = useTargetWords();
  const lacksOf = useLacks();
  return (
    <TickedList label={words('nearest')}>
      {rows.map((near) => {
        const { id, name, kind, unit } = near.institution;
        return (
          <TickedRow
            key={id}
            label={words('tick', { name })}
            ticked={ticked.has(id)}
            onTick={(isTicked) => onTick(id, isTicked)}
            name={<Link href={institutionAddress(near.institution, on)}>{name}</Link>}
            about={[say(kind), unit?.name].filter(Boolean).join(' · ')}
          >
            <ul>
              {lacksOf(near).map(({ code, what, answers }) => (
                <li key={code}>
                  {what}
                  {answers.length > 0 && (
                    <ul>
                      {answers.map((answer) => (
                        <li key={answer}>{answer}</li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </TickedRow>
        );
      })}
    </TickedList>
  );
}
