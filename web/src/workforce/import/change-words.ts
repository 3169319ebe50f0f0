import type {
  SourceStatus,
  WorkforceImportOutcome,
  WorkforceQuantity,
} from '../../generated/graphql';
import { day, number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { useWorkforceWords } from '../shared/workforce.words';
import { useImportWords } from './import.words';

interface Change {
  column: string;
  before?: string | null;
  after?: string | null;
}

const TEXTS = ['valid_to', 'source', 'source_status', 'note', 'not_counted'] as const;

/** Says what a column of a file changes in a record. */
export function useChangeWords() {
  const say = useSharedWords();
  const words = useImportWords();
  const workforce = useWorkforceWords();

  function valueOf(column: (typeof TEXTS)[number] | undefined, value: string | null | undefined) {
    if (value == null) return words('empty');
    if (column === undefined) return number(Number(value));
    if (column === 'valid_to') return day(value);
    if (column === 'source_status') return say(value as SourceStatus);
    return column === 'not_counted' ? words('yes') : `“${value}”`;
  }

  return ({ column, before, after }: Change, outcome: WorkforceImportOutcome): string => {
    const text = TEXTS.find((each) => each === column);
    return words(outcome === 'CREATED' ? 'becomes-new' : 'becomes', {
      column: text ? words(text) : workforce(column.toUpperCase() as WorkforceQuantity),
      before: valueOf(text, before),
      after: valueOf(text, after),
    });
  };
}
