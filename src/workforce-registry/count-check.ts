import { LONGEST_LIST, tooMany } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { required } from '../shared/required.js';
import { FOUND_IN, mostOf, PARTS, RECORD_KINDS, SUMS } from './record-kinds.js';
import type { Quantity, RecordKind } from './workforce.enums.js';

export interface CountInput {
  quantity: Quantity;
  value: number;
}

/** Everything that is wrong with the counts of a record. */
export function countProblems(
  kind: RecordKind,
  { counts, notCounted = false }: { counts: readonly CountInput[]; notCounted?: boolean },
): Refusal[] {
  if (counts.length > LONGEST_LIST) return [tooMany(counts.length, 'counts')];
  const problems: Refusal[] = [];
  const add = (code: string, quantity: Quantity, vi: string, en: string) =>
    problems.push({ code, field: ['counts', quantity, 'value'], text: { vi, en } });
  if (counts.length === 0 && !notCounted)
    problems.push({
      code: 'NOTHING_COUNTED',
      field: ['counts'],
      text: {
        vi: 'Chưa có số liệu nào. Số đếm được bằng không vẫn ghi 0; nếu văn bản nói là chưa thống kê được, hãy đánh dấu là chưa thống kê.',
        en: 'Nothing is counted. What was counted and is none is written 0; where a document says that nobody counted, mark it as not counted.',
      },
    });
  if (counts.length > 0 && notCounted)
    problems.push({
      code: 'COUNTED_AFTER_ALL',
      field: ['notCounted'],
      text: {
        vi: 'Có số liệu thì không đánh dấu là chưa thống kê.',
        en: 'With counts, it cannot be marked as not counted.',
      },
    });

  // Only possible values are compared with each other.
  const values = new Map<Quantity, number>();
  const seen = new Set<Quantity>();
  for (const { quantity, value } of counts) {
    const most = mostOf(quantity);
    if (!RECORD_KINDS[kind].quantities.includes(quantity))
      add(
        'QUANTITY_OF_OTHER_KIND',
        quantity,
        `${kind} không có ${quantity}.`,
        `${kind} has no ${quantity}.`,
      );
    else if (seen.has(quantity))
      add('QUANTITY_TWICE', quantity, `${quantity} có hai lần.`, `${quantity} is there twice.`);
    else if (value < 0 || value > most)
      add(
        'VALUE_OUT_OF_RANGE',
        quantity,
        `${quantity} là ${value}; chỉ nhận từ 0 đến ${most}.`,
        `${quantity} is ${value}; it must be from 0 to ${most}.`,
      );
    else values.set(quantity, value);
    seen.add(quantity);
  }
  contradictions(values, add);
  return problems;
}

/** A quantity that was not counted contradicts nothing. */
function contradictions(
  values: ReadonlyMap<Quantity, number>,
  add: (code: string, quantity: Quantity, vi: string, en: string) => void,
): void {
  for (const { part, whole } of PARTS) {
    const [some, all] = [values.get(part), values.get(whole)];
    if (some !== undefined && all !== undefined && some > all)
      add(
        'SHARE_ABOVE_TOTAL',
        part,
        `${part} là ${some}, nhiều hơn ${whole} (${all}).`,
        `${part} is ${some}, more than ${whole} (${all}).`,
      );
  }
  for (const { parts, total } of SUMS) {
    const all = values.get(total);
    const given = parts.filter((part) => values.has(part));
    const sum = given.reduce((sum, part) => sum + required(values, part), 0);
    if (all === undefined || sum === all || (sum < all && given.length < parts.length)) continue;
    const written = given.join(' + ');
    add(
      'SUM_DIFFERS',
      total,
      `${written} là ${sum}, nhưng ${total} là ${all}.`,
      `${written} is ${sum}, but ${total} is ${all}.`,
    );
  }
  for (const { people, basis } of FOUND_IN)
    for (const quantity of people)
      if (values.get(basis) === 0 && (values.get(quantity) ?? 0) > 0)
        add(
          'BASIS_MISSING',
          quantity,
          `${quantity} là ${values.get(quantity)}, nhưng ${basis} là 0.`,
          `${quantity} is ${values.get(quantity)}, but ${basis} is 0.`,
        );
}
