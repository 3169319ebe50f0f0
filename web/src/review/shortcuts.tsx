import { Group, Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Judgement } from './judgement';
import { useReviewWords } from './review.words';
import { useShortcuts } from './use-shortcuts';

const KEPT = 'hub.shortcuts';

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-criterion]')];
const current = () => document.activeElement?.closest<HTMLElement>('[data-criterion]') ?? null;

/** Moves to the next card, or by -1 to the one before. */
function move(by: 1 | -1): void {
  const all = cards();
  const here = current();
  const next = here ? all.indexOf(here) + by : by === 1 ? 0 : all.length - 1;
  all[next]?.focus();
}

const toDecision = () => document.getElementById('decision')?.focus();

/** The keys for many decisions; whoever they hinder switches them off. */
export function Shortcuts({
  onJudge,
  onApprove,
}: {
  onJudge: (code: string, kind: Judgement['kind']) => void;
  /** Null where the decision is another one; then the key leads to it. */
  onApprove: (() => void) | null;
}) {
  const words = useReviewWords();
  const [on, setOn] = useState(localStorage.getItem(KEPT) !== 'off');
  const keys = useMemo(() => {
    const judge = (kind: Judgement['kind']) => () => {
      const code = current()?.dataset.criterion;
      if (code) onJudge(code, kind);
    };
    return {
      j: () => move(1),
      k: () => move(-1),
      x: judge('accept'),
      c: judge('change'),
      r: judge('return'),
      d: toDecision,
      a: onApprove ?? toDecision,
    };
  }, [onJudge, onApprove]);
  useShortcuts(on ? keys : null);
  return (
    <Group gap="md">
      <Switch
        label={words('shortcuts')}
        checked={on}
        onChange={({ currentTarget }) => {
          localStorage.setItem(KEPT, currentTarget.checked ? 'on' : 'off');
          setOn(currentTarget.checked);
        }}
      />
      {on && <Text size="sm">{words('shortcuts-list')}</Text>}
    </Group>
  );
}
