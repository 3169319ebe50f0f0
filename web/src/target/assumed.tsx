import { Text } from '@mantine/core';
import { Answer } from '../components/answer';
import { Result } from '../components/ticked-list';
import { TargetAssumedDocument } from '../generated/graphql';
import { FigureBar } from '../overview/figure-bar';
import { targetOf, type Line } from '../overview/line';
import { number, percent, pointsOf, targetPercent } from '../shared/format';
import { useGraph } from '../shared/graph';
import type { Asked } from './asked';
import { useTargetWords } from './target.words';

/** The figure that would follow if those that are ticked completed it: the hub counts it, and nothing is stored. */
export function Assumed({
  asked,
  year,
  ticked,
}: {
  asked: Asked;
  year: number | undefined;
  ticked: readonly string[];
}) {
  const words = useTargetWords();
  const assume = ticked.map((institution) => ({ institution, indicators: [asked.indicator] }));
  const answer = useGraph(
    TargetAssumedDocument,
    { ...asked, assume },
    { pause: ticked.length === 0 },
  );
  return (
    <Result label={words('result')}>
      {ticked.length === 0 ? (
        <Text>{words('none-ticked')}</Text>
      ) : (
        <Answer of={answer}>
          {({ node }) => {
            const found = node?.__typename === 'AdministrativeUnit' ? node.progress : null;
            const [line] = found?.lines ?? [];
            return line && <Figure line={line} year={year} count={ticked.length} />;
          }}
        </Answer>
      )}
    </Result>
  );
}

function Figure({ line, year, count }: { line: Line; year: number | undefined; count: number }) {
  const words = useTargetWords();
  const target = year === undefined ? undefined : targetOf(line, year);
  return (
    <div role="status">
      <Text fw={600} fz={{ base: 'sm', sm: 'md' }}>
        {words('assumed', {
          count: number(count),
          percent: percent(line.percent),
          completed: number(line.completed),
          institutions: number(line.institutions),
          most: percent(line.upperPercent),
        })}
      </Text>
      <FigureBar line={line} />
      <Text size="sm">
        {target &&
          words(
            target.gapPoints != null && target.gapPoints > 0 ? 'assumed-gap' : 'assumed-reached',
            {
              gap: pointsOf(target.gapPoints),
              count: number(target.institutionsToGo),
              target: targetPercent(target.target.percent),
              year: target.target.year,
            },
          )}
      </Text>
    </div>
  );
}
