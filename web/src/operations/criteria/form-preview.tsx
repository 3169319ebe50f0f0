import { Badge, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../../components/answer';
import { inSections } from '../../components/asked-sections';
import {
  CriteriaFormDocument,
  type AskedQuestionFragment,
  type InstitutionKind,
} from '../../generated/graphql';
import { number } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { AnswerFields } from '../../reports/answer-fields';
import { useReportsWords } from '../../reports/reports.words';
import { UNANSWERED, type AnswerGiven } from '../../reports/typed-answers';
import type { Draft, Published } from './criteria-set';
import { useCriteriaWords } from './criteria.words';
import { Folded } from './folded';

/** The form as an institution of a kind sees it; answers are tried and never sent. */
export function FormPreview({ of: set }: { of: Draft | Published }) {
  const say = useSharedWords();
  const words = useCriteriaWords();
  const kinds = set.outline.kinds.map(({ kind }) => kind);
  const [kind, setKind] = useState<InstitutionKind | undefined>(kinds[0]);
  return (
    <Folded title={words('form')}>
      <Text size="sm">{words('form-lead')}</Text>
      <NativeSelect
        label={words('as-kind')}
        value={kind}
        onChange={({ currentTarget: { value } }) => setKind(kinds.find((each) => each === value))}
        data={kinds.map((each) => ({ value: each, label: say(each) }))}
        maw={360}
      />
      {kind && <Form key={kind} set={set} kind={kind} />}
    </Folded>
  );
}

function Form({ set, kind }: { set: Draft | Published; kind: InstitutionKind }) {
  const say = useSharedWords();
  const asked = useGraph(CriteriaFormDocument, { id: set.id, kind });
  return (
    <Answer of={asked}>
      {({ node }) => {
        if (node?.__typename !== 'Framework' && node?.__typename !== 'FrameworkDraft') return null;
        // A draft is no framework yet, which its questions could name.
        const framework = { ...set, __typename: 'Framework' as const };
        const entries = node.form.map((criterion) => ({
          criterion: { ...criterion, framework: { __typename: 'Framework' as const, id: set.id } },
        }));
        return inSections(entries, [framework]).map(({ sections }) =>
          sections.map(({ code, pillar, title, parts }) => (
            <section key={code} aria-label={pillar ? say(pillar) : title}>
              <Title order={4} size="h5" mb="xs">
                {pillar ? say(pillar) : title}
              </Title>
              <Stack gap="sm">
                {parts.map((part) => (
                  <Stack key={part.entries[0]?.criterion.code} gap="sm">
                    {part.title && <Text fw={600}>{part.title}</Text>}
                    {part.entries.map(({ criterion }) => (
                      <Card key={criterion.code} criterion={criterion} />
                    ))}
                  </Stack>
                ))}
              </Stack>
            </section>
          )),
        );
      }}
    </Answer>
  );
}

function Card({ criterion }: { criterion: Omit<AskedQuestionFragment, 'framework'> }) {
  const words = useReportsWords();
  const all = useCriteriaWords();
  const [answer, setAnswer] = useState<AnswerGiven>(UNANSWERED);
  const { code, question, maxPoints } = criterion;
  const marks = [
    criterion.required && words('required'),
    criterion.condition && words('condition'),
    criterion.evidenceRequired && words('evidence-required'),
  ].filter((mark) => mark !== false && mark !== null);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Text fw={650} style={{ overflowWrap: 'anywhere' }}>
              {code}
            </Text>
            {marks.map((mark) => (
              <Badge key={mark} variant="outline" color="lake" tt="none" fw={500}>
                {mark}
              </Badge>
            ))}
          </Group>
          {maxPoints > 0 && (
            <Text size="sm" className="numeric">
              {all('max-points', { points: number(maxPoints, 2) })}
            </Text>
          )}
        </Group>
        <AnswerFields
          question={question}
          answer={answer}
          problems={[]}
          disabled={false}
          onAnswer={setAnswer}
        />
      </Stack>
    </Paper>
  );
}
