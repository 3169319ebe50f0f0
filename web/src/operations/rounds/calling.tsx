import { List, Text } from '@mantine/core';
import { RoundCallingDocument } from '../../generated/graphql';
import { number } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { useRoundWords } from './rounds.words';

/** Who would have to report in a round that is being typed, who would not, and why. */
export function Calling({
  unit,
  frameworks,
  referenceDate,
}: {
  unit: string;
  frameworks: readonly string[];
  referenceDate: string;
}) {
  const say = useSharedWords();
  const words = useRoundWords();
  const isWhole = unit && frameworks.length > 0 && referenceDate;
  const { data } = useGraph(
    RoundCallingDocument,
    { unit, frameworks: [...frameworks], referenceDate },
    { pause: !isWhole },
  );
  const found = isWhole ? data?.reportingRoundPreview : null;
  if (!found) return null;
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {words('would-call', {
          called: number(found.called),
          others: number(found.notCalledCount),
        })}
      </Text>
      <List size="sm">
        {found.kinds.map(
          ({ kind, reason, institutions }) =>
            reason && (
              <List.Item key={`${kind} ${reason}`}>
                {words('not-called', {
                  count: number(institutions),
                  kind: say(kind),
                  reason: words(reason),
                })}
              </List.Item>
            ),
        )}
      </List>
      {found.notCalled.length > 0 && (
        <details>
          <summary>{words('not-called-list')}</summary>
          <List size="sm">
            {found.notCalled.map(({ institution, reason }) => (
              <List.Item key={institution.id}>
                {institution.name} ({institution.code}): {words(reason)}
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </div>
  );
}
