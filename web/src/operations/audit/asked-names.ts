import { AskedNamesDocument, type AskedNamesQuery } from '../../generated/graphql';
import { useGraph } from '../../shared/graph';

type Criterion = AskedNamesQuery['frameworks'][number]['criteria'][number];

/** Questions by their codes, as a criterion asks them. */
export type AskedNames = ReadonlyMap<string, Criterion>;

const NONE: AskedNames = new Map();

/** What the questions of all frameworks are called; none until it is known, and none is asked for where none is needed. */
export function useAskedNames(isNeeded: boolean): AskedNames {
  const { data } = useGraph(AskedNamesDocument, {}, { pause: !isNeeded });
  if (!data) return NONE;
  const criteria = data.frameworks.flatMap((framework) => framework.criteria);
  return new Map(criteria.map((each) => [each.question.code, each]));
}

/** What a question is called: its number where that is its code, else its text. */
export function nameOfQuestion(names: AskedNames, question: string): string {
  const asked = names.get(question);
  return asked && asked.code !== question ? `“${asked.text}”` : question;
}
