import { Text } from '@mantine/core';
import { day } from '../../shared/format';
import { isColumn, useRecordedTurn, type NamedPlace } from './recorded-values';
import { useRegisterWords } from './register.words';

/** What an entry of the trail says of the register: what was before, what became of it, since when, and why. */
export default function RecordedEntry({
  before,
  after,
  places,
}: {
  before: unknown;
  after: unknown;
  /** The units that are known by name. */
  places: readonly NamedPlace[];
}) {
  const words = useRegisterWords();
  const turnOf = useRecordedTurn(places);
  const [old, present] = [textsOf(before), textsOf(after)];
  const since = present.get('from');
  const reason = present.get('reason');
  const turns = [...present].flatMap(([column, value]) =>
    isColumn(column) ? [turnOf(column, old.get(column) ?? null, value)] : [],
  );
  if (turns.length === 0 && !reason) return null;
  return (
    <Text size="sm" c="dimmed">
      {turns.join('; ')}
      {since && words('from-then', { since: day(since) })}
      {reason && ` ${words('because', { reason })}`}
    </Text>
  );
}

/** What the trail wrote down, as texts by their names. */
function textsOf(part: unknown): Map<string, string | null> {
  const all = typeof part === 'object' && part !== null ? Object.entries(part) : [];
  return new Map(
    all.flatMap(([name, value]: [string, unknown]) =>
      value === null || typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}
