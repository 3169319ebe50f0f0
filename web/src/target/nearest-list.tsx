import { Checkbox, Text } from '@mantine/core';
import { Link } from 'wouter';
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
    <ol className="near" aria-label={words('nearest')}>
      {rows.map((near) => {
        const { institution } = near;
        const { id, name, kind, unit } = institution;
        return (
          <li key={id}>
            <Checkbox
              size="md"
              aria-label={words('tick', { name })}
              checked={ticked.has(id)}
              onChange={({ currentTarget: { checked } }) => onTick(id, checked)}
            />
            <div>
              <Link href={institutionAddress(institution, on)}>{name}</Link>
              <Text size="sm" c="dimmed">
                {[say(kind), unit?.name].filter(Boolean).join(' · ')}
              </Text>
            </div>
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
          </li>
        );
      })}
    </ol>
  );
}
