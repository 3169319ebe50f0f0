import { useState, type ReactNode } from 'react';
import { inSections } from '../components/asked-sections';
import { FrameworkResult } from '../components/framework-result';
import { appraisedAnswer, selfAnswer } from '../components/given-answer';
import { useSaidAnswer } from '../components/said-answer';
import type {
  FrameworkNamedFragment,
  ReceiptEntryFragment,
  ReceiptQuery,
  ReceiptRevisionFragment,
} from '../generated/graphql';
import { day, moment, number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useReceiptWords } from './receipt.words';

type Update = Extract<NonNullable<ReceiptQuery['node']>, { __typename: 'StatusUpdate' }>;

/** One revision as it was handed in: by whom, for whom, what became of it, and every answer. */
export function Receipt({
  update,
  revision,
}: {
  update: Update;
  revision: ReceiptRevisionFragment;
}) {
  const words = useReceiptWords();
  const [madeAt] = useState(() => new Date().toISOString());
  return (
    <article className="receipt">
      <Facts update={update} revision={revision} />
      {update.round.frameworks.map((framework) => {
        const result = revision.frameworks.find((each) => each.framework.id === framework.id);
        return (
          <section key={framework.id} aria-label={framework.name}>
            {result && (
              <FrameworkResult
                framework={framework}
                result={result}
                order={2}
                condition={(code) => code}
              />
            )}
            <Answers entries={revision.entries ?? []} framework={framework} />
          </section>
        );
      })}
      <p>{words('made', { at: moment(madeAt), address: window.location.origin })}</p>
    </article>
  );
}

/** Whose report it is, of which round, when it was handed in, and what was decided. */
function Facts({
  update: { institution, round, participation },
  revision: { number: times, submittedAt, submittedBy, note, ...decided },
}: {
  update: Update;
  revision: ReceiptRevisionFragment;
}) {
  const say = useSharedWords();
  const words = useReceiptWords();
  const place = [participation?.unit.name, participation?.unit.parent?.name].filter(Boolean);
  const { decision, decidedAt, decidedBy, decisionNote } = decided;
  const kind = say(institution.kind);
  return (
    <table className="facts">
      <tbody>
        <Fact name={words('institution')}>{`${institution.name} (${kind})`}</Fact>
        <Fact name={words('code')}>{institution.code}</Fact>
        {place.length > 0 && <Fact name={words('place')}>{place.join(', ')}</Fact>}
        <Fact name={words('round')}>{`${round.name} (${round.code})`}</Fact>
        <Fact name={words('reference-date')}>{day(round.referenceDate)}</Fact>
        <Fact name={words('due')}>{day(round.dueOn)}</Fact>
        <Fact name={words('revision')}>{number(times)}</Fact>
        <Fact name={words('handed-in')}>
          {submittedBy
            ? words('handed-in-by', { at: moment(submittedAt), by: submittedBy })
            : moment(submittedAt)}
        </Fact>
        {note && <Fact name={words('note')}>{note}</Fact>}
        <Fact name={words('decision')}>
          {decision
            ? words('decided', {
                decision: say(decision),
                at: moment(decidedAt),
                by: decidedBy ?? '',
              })
            : words('not-decided')}
          {decisionNote && `: ${decisionNote}`}
        </Fact>
      </tbody>
    </table>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

/** Every question with its answer and the names of its evidence, section by section. */
function Answers({
  entries,
  framework,
}: {
  entries: readonly ReceiptEntryFragment[];
  framework: FrameworkNamedFragment;
}) {
  const words = useReceiptWords();
  return inSections(entries, [framework]).flatMap(({ sections }) =>
    sections.map(({ code, title, parts }) => (
      <section key={code}>
        <h3>{title}</h3>
        <table className="answers">
          <thead>
            <tr>
              <th scope="col">{words('question')}</th>
              <th scope="col">{words('answer')}</th>
              <th scope="col">{words('evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.flatMap((part) =>
              part.entries.map((entry) => <OneAnswer key={entry.criterion.code} entry={entry} />),
            )}
          </tbody>
        </table>
      </section>
    )),
  );
}

function OneAnswer({ entry }: { entry: ReceiptEntryFragment }) {
  const words = useReceiptWords();
  const said = useSaidAnswer();
  const { question, code } = entry.criterion;
  const appraised = appraisedAnswer(entry);
  return (
    <tr>
      <td>
        {code}. {question.text}
      </td>
      <td>
        <div>{said(question, selfAnswer(entry))}</div>
        {entry.comment && <div>{entry.comment}</div>}
        {appraised && (
          <div>
            {words('changed-to', {
              answer: said(question, appraised),
              reason: entry.appraisalReason ?? '',
            })}
          </div>
        )}
      </td>
      <td>
        {entry.evidence.map(({ id, name }) => (
          <div key={id}>{name}</div>
        ))}
      </td>
    </tr>
  );
}
