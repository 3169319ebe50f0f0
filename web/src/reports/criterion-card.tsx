import { Alert, Badge, Group, Paper, Stack, Text } from '@mantine/core';
import type { Refused } from '../components/refusals';
import type { ReportEntryFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { AnswerFields, problemsOf } from './answer-fields';
import { EvidenceBox } from './evidence-box';
import type { TypedAnswer } from './kept-answers';
import { useReportsWords } from './reports.words';

/** Where a problem's link leads. */
export const anchorOf = (code: string): string => `criterion-${code}`;

/** One question with its answer, its evidence, and what was said about it. */
export function CriterionCard({
  update,
  entry,
  typed,
  problems,
  disabled,
  onAnswer,
  onEvidence,
}: {
  update: string;
  entry: ReportEntryFragment;
  /** What is not saved yet; undefined when everything is. */
  typed: TypedAnswer | undefined;
  problems: readonly Refused[];
  disabled: boolean;
  onAnswer: (answer: TypedAnswer) => void;
  onEvidence: () => void;
}) {
  const words = useReportsWords();
  const { criterion, selfValue, selfTotal, comment } = entry;
  const saved = { value: selfValue ?? null, total: selfTotal ?? null, comment: comment ?? '' };
  return (
    <Paper withBorder p="md" id={anchorOf(criterion.code)} tabIndex={-1}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Text fw={650}>{criterion.code}</Text>
            {criterion.required && <Mark>{words('required')}</Mark>}
            {criterion.evidenceRequired && <Mark>{words('evidence-required')}</Mark>}
            {entry.prefilled && !typed && <Mark>{words('prefilled')}</Mark>}
            {entry.change === 'CHANGED' && <Mark>{words('CHANGED')}</Mark>}
          </Group>
          <Text size="sm" className="numeric">
            {words('points-of', {
              points: number(entry.points, 2),
              maxPoints: number(criterion.maxPoints, 2),
            })}
          </Text>
        </Group>
        {entry.returnReason && (
          <Alert color="orange" variant="outline" title={words('came-back')}>
            {entry.returnReason}
          </Alert>
        )}
        {entry.appraisedValue != null && (
          <Text size="sm">
            {words('appraised', {
              value: number(entry.appraisedValue),
              reason: entry.appraisalReason ?? '',
            })}
          </Text>
        )}
        <AnswerFields
          criterion={criterion}
          answer={typed ?? saved}
          problems={problems}
          disabled={disabled}
          onAnswer={onAnswer}
        />
        <EvidenceBox
          update={update}
          criterion={criterion.code}
          evidence={entry.evidence}
          problem={problemsOf(problems, criterion.code, 'evidence')}
          disabled={disabled}
          onChanged={onEvidence}
        />
      </Stack>
    </Paper>
  );
}

function Mark({ children }: { children: string }) {
  return (
    <Badge variant="outline" color="lake" tt="none" fw={500}>
      {children}
    </Badge>
  );
}
