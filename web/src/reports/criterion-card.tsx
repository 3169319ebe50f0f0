import { Alert, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { appraisedAnswer } from '../components/given-answer';
import type { Refused } from '../components/refusals';
import { useSaidAnswer } from '../components/said-answer';
import type { ReportEntryFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { anchorOf } from './anchor';
import { AnswerFields, problemsOf } from './answer-fields';
import { EvidenceBox } from './evidence-box';
import { useReportsWords } from './reports.words';
import { givenOf, standingOf, type AnswerGiven } from './typed-answers';

/** One question with its answer, its evidence, and what was said about it. */
export function CriterionCard({
  update,
  entry,
  alsoAsked,
  typed,
  left,
  clashes,
  returnReason,
  problems,
  disabled,
  hasDraft,
  onAnswer,
  onDiscard,
  onEvidence,
  begin,
}: {
  update: string;
  entry: ReportEntryFragment;
  /** The criteria of other frameworks that this answer serves. */
  alsoAsked: readonly { code: string; framework: string }[];
  /** What is not saved yet; undefined when everything is. */
  typed: AnswerGiven | undefined;
  /** What was typed here and not handed in with the report that is locked; undefined for nothing. */
  left: AnswerGiven | undefined;
  /** Whether somebody else has answered otherwise meanwhile. */
  clashes: boolean;
  /** Why the report came back because of this answer; undefined where it did not. */
  returnReason: string | undefined;
  problems: readonly Refused[];
  disabled: boolean;
  hasDraft: boolean;
  onAnswer: (answer: AnswerGiven) => void;
  onDiscard: () => void;
  onEvidence: () => void;
  begin: () => Promise<boolean>;
}) {
  const words = useReportsWords();
  const said = useSaidAnswer();
  const { criterion } = entry;
  const { question } = criterion;
  const saved = standingOf(entry);
  const appraised = appraisedAnswer(entry);
  const whole = (answer: AnswerGiven) => {
    const { value, total, comment, unread } = answer;
    const own = unread
      ? [unread.value ?? value, unread.total ?? total].filter((each) => each != null).join('/')
      : said(question, givenOf(answer));
    return [own, comment.trim()].filter(Boolean).join('; ');
  };
  return (
    <Paper withBorder p="md" id={anchorOf(question.code)} tabIndex={-1}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
              {criterion.code}
            </Text>
            {criterion.required && <Mark>{words('required')}</Mark>}
            {criterion.condition && <Mark>{words('condition')}</Mark>}
            {criterion.evidenceRequired && <Mark>{words('evidence-required')}</Mark>}
            {entry.prefilled && !typed && (
              <>
                <Mark>{words('prefilled')}</Mark>
                {!disabled && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={words('still-right-of', { code: criterion.code })}
                    onClick={() => onAnswer(saved)}
                  >
                    {words('still-right')}
                  </Button>
                )}
              </>
            )}
            {entry.change === 'CHANGED' && <Mark>{words('CHANGED')}</Mark>}
          </Group>
          {criterion.maxPoints > 0 && (
            <Text size="sm" className="numeric">
              {words('points-of', {
                points: number(entry.points, 2),
                maxPoints: number(criterion.maxPoints, 2),
              })}
            </Text>
          )}
        </Group>
        {alsoAsked.map(({ code, framework }) => (
          <Text key={`${framework} ${code}`} size="xs" style={{ overflowWrap: 'anywhere' }}>
            {words('also-asked', { code, framework })}
          </Text>
        ))}
        {returnReason && (
          <Alert color="orange" variant="outline" title={words('came-back')}>
            {returnReason}
          </Alert>
        )}
        {appraised && (
          <Text size="sm">
            {words('appraised', {
              value: said(question, appraised),
              reason: entry.appraisalReason ?? '',
            })}
          </Text>
        )}
        {clashes && (
          <Alert color="orange" variant="outline">
            {words('theirs', {
              answer: whole(saved),
            })}
          </Alert>
        )}
        <AnswerFields
          question={question}
          answer={typed ?? saved}
          problems={problems}
          disabled={disabled}
          onAnswer={onAnswer}
        />
        {left && (
          <Alert color="orange" variant="outline">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {words('left-of', { answer: whole(left) })}
            </Text>
            <Button size="xs" variant="default" mt="xs" onClick={onDiscard}>
              {words('discard-of', { code: criterion.code })}
            </Button>
          </Alert>
        )}
        {criterion.takesEvidence && (
          <EvidenceBox
            update={update}
            question={question.code}
            code={criterion.code}
            evidence={entry.evidence}
            problem={problemsOf(problems, question.code, 'evidence')}
            disabled={disabled}
            hasDraft={hasDraft}
            begin={begin}
            onChanged={onEvidence}
          />
        )}
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
