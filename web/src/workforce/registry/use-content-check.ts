import { useNotWhole } from '../../components/count-input';
import { useEntryCheck } from '../../components/entry-check';
import type { Refused } from '../../components/refusals';
import type { WorkforceRecordKind } from '../../generated/graphql';
import { useWorkforceWords } from '../shared/workforce.words';
import { QUANTITIES, type Content } from './record-content';

/** What is wrong with what was typed of a record, before anything is sent. */
export function useContentCheck() {
  const words = useWorkforceWords();
  const check = useEntryCheck();
  const notWhole = useNotWhole();
  return (kind: WorkforceRecordKind, content: Content): Refused[] => [
    ...check(
      [
        { name: 'validFrom', label: words('valid-from'), kind: 'date', required: true },
        { name: 'source', label: words('source'), required: true },
      ],
      (name) => (name === 'source' ? content.source.trim() : content.validFrom),
    ),
    ...QUANTITIES[kind].flatMap((quantity) => {
      const unread = content.counts[quantity]?.unread;
      if (unread === undefined || content.notCounted) return [];
      const message = `${words(quantity)}: ${notWhole(unread)}`;
      return [{ code: 'UNFIT', field: [quantity, 'value'], message }];
    }),
  ];
}

/** The names of the fields of a record, under which their ids end. */
export const fieldsOf = (kind: WorkforceRecordKind): string[] => [
  ...['tier', 'audience', 'agency', 'topic'],
  ...['validFrom', 'validTo', 'source', 'sourceStatus', 'note'],
  ...QUANTITIES[kind],
];
