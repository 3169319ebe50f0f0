import { Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Field, Typed } from '../../components/entry-field';
import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import {
  IndicatorListDocument,
  TargetPutDocument,
  type InstitutionGroup,
  type SourceStatus,
} from '../../generated/graphql';
import { number } from '../../shared/format';
import { useChange, useGraph } from '../../shared/graph';
import { COMMON_INDICATORS, GROUPS, SOURCE_STATUSES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import type { Keyed } from '../../shared/use-intention-key';
import type { Plan } from './plan-form';
import { usePlanWords } from './plans.words';
import { isSame, useSaidTarget, type Target, type TargetSubject } from './target';

/** What the form says now. */
const valuesOf = (typed: Typed) => ({
  percent: Number(typed('percent').replace(',', '.')),
  dueOn: typed('dueOn'),
  sourceStatus: typed('sourceStatus') as SourceStatus,
});

const typedSubject = (typed: Typed): TargetSubject => ({
  group: typed('group') as InstitutionGroup,
  indicator: { code: typed('indicator') },
  year: Number(typed('year')),
});

const isPercent = (typed: string) =>
  /^\d+([.,]\d+)?$/.test(typed) && Number(typed.replace(',', '.')) <= 100;

/** Sets a target, or changes one: what it was stays, but for what is typed, and stands beside what it will be. */
export function TargetForm({
  plan,
  target,
  onDone,
  onLeave,
  readAgain,
}: {
  plan: Plan;
  /** The target to change; without it the form asks which one is set. */
  target?: Target;
  onDone: (told: string) => void;
  onLeave?: () => void;
  readAgain: () => void;
}) {
  const words = usePlanWords();
  const { nameOf } = useSaidTarget();
  const subjectOf = (typed: Typed): TargetSubject => target ?? typedSubject(typed);
  const presentOf = (typed: Typed) => {
    const subject = subjectOf(typed);
    return plan.targets.find((each) => isSame(each, subject));
  };
  const subject = useSubjectFields();
  const values = useValueFields(plan, presentOf);
  const put = usePutTarget(plan, onDone, readAgain);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (onLeave) box.current?.querySelector('input')?.focus();
    // Once, when it is opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div ref={box}>
      <EntryForm
        title={target ? words('change-of', { name: nameOf(target) }) : words('target-set')}
        label={words(target ? 'change-save' : 'target-set')}
        primary={target !== undefined}
        fields={target ? values : [...subject, ...values]}
        aside={(typed) => (
          <BeforeAfter
            present={presentOf(typed)}
            values={isPercent(typed('percent')) ? valuesOf(typed) : null}
          />
        )}
        send={(typed, keyed) => put(subjectOf(typed), presentOf(typed), valuesOf(typed), keyed)}
      />
      {onLeave && (
        <Button variant="subtle" size="xs" mt="xs" onClick={onLeave}>
          {words('change-leave')}
        </Button>
      )}
    </div>
  );
}

/** What asks which target is set. */
function useSubjectFields(): Field[] {
  const say = useSharedWords();
  const words = usePlanWords();
  const { data } = useGraph(IndicatorListDocument, {});
  const choice = (each: InstitutionGroup | (typeof COMMON_INDICATORS)[number]) => ({
    value: each,
    label: say(each),
  });
  const common = COMMON_INDICATORS.map(choice);
  const own = (data?.indicators ?? []).filter(
    ({ code }) => !common.some(({ value }) => value === code),
  );
  return [
    { name: 'group', label: words('group'), options: GROUPS.map(choice) },
    {
      name: 'indicator',
      label: words('indicator'),
      options: (typed) => [
        ...common,
        ...own
          .filter(({ group }) => group === null || group === typed('group'))
          .map(({ code, name }) => ({ value: code, label: name })),
      ],
    },
    { name: 'year', label: words('year'), kind: 'number', required: true },
  ];
}

/** What asks for what is wanted; where the plan has the target, it begins with what that says. */
function useValueFields(plan: Plan, presentOf: (typed: Typed) => Target | undefined): Field[] {
  const say = useSharedWords();
  const words = usePlanWords();
  return [
    {
      name: 'percent',
      label: words('percent'),
      kind: 'number',
      required: true,
      start: (typed) => {
        const present = presentOf(typed);
        return present && number(present.percent, 2);
      },
    },
    {
      name: 'dueOn',
      label: words('due'),
      kind: 'date',
      start: (typed) => presentOf(typed)?.dueOn,
    },
    {
      name: 'sourceStatus',
      label: words('status'),
      start: (typed) => presentOf(typed)?.sourceStatus ?? plan.sourceStatus,
      options: SOURCE_STATUSES.map((each) => ({ value: each, label: say(each) })),
    },
  ];
}

/** Sends a target, and tells what was set or changed. */
function usePutTarget(
  { id, version }: Plan,
  onDone: (told: string) => void,
  readAgain: () => void,
) {
  const words = usePlanWords();
  const { nameOf, valueOf } = useSaidTarget();
  const refusedBy = useRefusedBy(readAgain);
  const [put] = useChange(TargetPutDocument);
  return async (
    { group, indicator, year }: TargetSubject,
    present: Target | undefined,
    values: ReturnType<typeof valuesOf>,
    keyed: Keyed,
  ) => {
    const subject = { plan: id, version, group, indicator: indicator.code, year };
    const { data, error } = await put({
      input: keyed({ ...subject, ...values, dueOn: values.dueOn || null }),
    });
    const set = data?.targetSet.target;
    if (set) {
      const [name, value] = [nameOf(set), valueOf(set)];
      onDone(
        present
          ? words('target-changed', { name, before: valueOf(present), after: value })
          : words('target-is-set', { name, value }),
      );
    }
    return refusedBy(error, data?.targetSet.userErrors);
  };
}

/** What the target says now, and what it will say, where that is a target; nothing for a new one. */
function BeforeAfter({
  present,
  values,
}: {
  present: Target | undefined;
  values: ReturnType<typeof valuesOf> | null;
}) {
  const words = usePlanWords();
  const { valueOf } = useSaidTarget();
  if (!present) return null;
  const before = valueOf(present);
  const after = values && valueOf(values);
  return (
    <div role="status">
      <Text size="sm">{words('before', { value: before })}</Text>
      {after !== null && (
        <Text size="sm" fw={600}>
          {before === after ? words('same') : words('after', { value: after })}
        </Text>
      )}
    </div>
  );
}
