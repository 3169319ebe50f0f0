import { Group, Text } from '@mantine/core';
import { useRefusedBy } from '../../components/refused-by';
import { CriteriaDraftDiscardDocument, CriteriaPublishDocument } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { Act } from '../shared/act';
import type { Draft } from './criteria-set';
import { useCriteriaWords } from './criteria.words';
import { useSpan } from './use-span';

/** Publishes a draft, or throws it away. */
export function DraftActs({
  of: draft,
  onGone,
  readAgain,
}: {
  of: Draft;
  onGone: (told: string, next: string | null) => void;
  readAgain: () => void;
}) {
  const words = useCriteriaWords();
  const refusedBy = useRefusedBy(readAgain);
  const operates = hasRole(useViewer(), 'OPERATOR');
  const [publish] = useChange(CriteriaPublishDocument);
  const [discard] = useChange(CriteriaDraftDiscardDocument);
  const effect = useEffectOfPublishing(draft);
  const input = { id: draft.id, version: draft.draftVersion };
  return (
    <>
      {!operates && <Text size="sm">{words('operators-publish')}</Text>}
      <Group align="start">
        {draft.canPublish && (
          <Act
            label={words('publish')}
            about={draft.name}
            sure={effect}
            send={async (keyed) => {
              const { data, error } = await publish({ input: keyed(input) });
              const published = data?.frameworkPublish;
              if (published?.framework) onGone(words('published'), published.framework.id);
              return refusedBy(error, published?.userErrors);
            }}
          />
        )}
        <Act
          label={words('discard')}
          about={draft.name}
          sure={words('discard-sure')}
          removes
          send={async (keyed) => {
            const { data, error } = await discard({ input: keyed(input) });
            const answer = data?.frameworkDraftDiscard;
            if (answer?.discarded) onGone(words('discarded'), null);
            return refusedBy(error, answer?.userErrors);
          }}
        />
      </Group>
    </>
  );
}

/** What publishing does, in sentences. */
function useEffectOfPublishing(draft: Draft): string {
  const words = useCriteriaWords();
  const spanOf = useSpan();
  const brought = draft.outline.indicators.filter(({ isNew }) => isNew);
  const more = [
    ...(draft.comparison ? [words('publish-replaces', { version: draft.comparison.version })] : []),
    ...(brought.length > 0
      ? [
          words('publish-brings', {
            count: brought.length,
            names: brought.map(({ name }) => name).join('; '),
          }),
        ]
      : []),
  ];
  const span = spanOf({ validFrom: draft.validFrom, validTo: draft.draftValidTo });
  return words('publish-sure', { span, more: more.join(' ') });
}
