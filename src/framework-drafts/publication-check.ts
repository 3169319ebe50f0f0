import { frameworksInForce, type FrameworkFact } from '../counts/rules.js';
import { decidedBy } from '../frameworks/framework-reach.js';
import type { FileProblem, FileQuestion, FrameworkFile } from '../frameworks/framework-file.js';
import type { IndicatorRow } from '../indicators/indicator.queries.js';
import { canonicalJson } from '../request/asked-operation.js';
import { addDays, inSpan, type LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import {
  beginsBeforeApproved,
  beginsOutOfOrder,
  continuesNothing,
  decidedTwice,
  indicatorDiffers,
  isPublished,
  questionDiffers,
  revisionGap,
  type Said,
} from './publication-refusals.js';

/** A published version of a framework. */
interface PublishedVersion {
  id: number;
  code: string;
  version: number;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  decides: Readonly<Record<string, readonly InstitutionKind[]>>;
}

/** What the hub has, as far as it matters for publishing a framework. */
export interface HubCriteria {
  indicators: readonly IndicatorRow[];
  /** All revisions of the questions with the codes of the framework's. */
  bank: readonly FileQuestion[];
  published: readonly PublishedVersion[];
  /** The last reference date of the rounds of the same framework in which something is approved. */
  approvedFor: LocalDate | null;
}

export interface PublicationProblem extends FileProblem {
  code: string;
}

/** What keeps a framework that is right by itself from being published in a hub, all at once. */
export function publicationProblems(file: FrameworkFile, hub: HubCriteria): PublicationProblem[] {
  return [
    ...order(file, hub),
    ...file.questions.flatMap((question, index) =>
      bankProblem(question, hub.bank).map((each) => ({ ...each, path: `questions.${index}` })),
    ),
    ...file.newIndicators.flatMap((indicator, index) => {
      const known = hub.indicators.find(({ code }) => code === indicator.code);
      if (!known || canonicalJson(meaningOf(known)) === canonicalJson(declared(indicator)))
        return [];
      return [{ ...indicatorDiffers(indicator.code), path: `newIndicators.${index}` }];
    }),
    ...decidedElsewhere(file, hub),
  ];
}

/** The place of the version among the others of its framework, and among what is approved. */
function order(file: FrameworkFile, { published, approvedFor }: HubCriteria): PublicationProblem[] {
  const { code, version, validFrom } = file;
  const own = published.filter((each) => each.code === code);
  if (own.some((each) => each.version === version))
    return [{ ...isPublished(code, version), path: 'version' }];
  const outOfOrder = own.filter((each) =>
    each.version < version ? each.validFrom >= validFrom : each.validFrom <= validFrom,
  );
  const said = outOfOrder.map((each) => beginsOutOfOrder(validFrom, each));
  // What an approved round has decided would be decided by a version that it never asked.
  if (approvedFor !== null && validFrom <= approvedFor)
    said.push(beginsBeforeApproved(validFrom, approvedFor));
  return said.map((each) => ({ ...each, path: 'validFrom' }));
}

function bankProblem(question: FileQuestion, bank: readonly FileQuestion[]): Said[] {
  const { code, revision } = question;
  const known = bank.filter((each) => each.code === code);
  const banked = known.find((each) => each.revision === revision);
  if (banked) return sameForm(banked, question) ? [] : [questionDiffers(code, revision)];
  // Of a question that the hub does not know, earlier revisions may have been asked elsewhere.
  const last = Math.max(...known.map((each) => each.revision));
  if (known.length > 0 && revision !== last + 1) return [revisionGap(code, revision, last)];
  const before = known.find((each) => each.revision === last);
  return before && question.continues && !keepsAnswers(before, question)
    ? [continuesNothing(code, last)]
    : [];
}

/** Whether each answer to a question is one to another as well: of the same kind, with all that could be chosen. */
function keepsAnswers({ answer: before }: FileQuestion, { answer }: FileQuestion): boolean {
  if (before.kind !== answer.kind) return false;
  const kept = new Set(chosenFrom(answer));
  return chosenFrom(before).every((each) => kept.has(each));
}

function chosenFrom(answer: FileQuestion['answer']): (string | number)[] {
  if (answer.kind === 'LEVEL') return answer.levels.map(({ level }) => level);
  return answer.kind === 'CHOICE' ? answer.options.map(({ code }) => code) : [];
}

/** What is not said is as false as what is said to be so. */
function sameForm(one: FileQuestion, other: FileQuestion): boolean {
  const form = ({ continues = false, mayNotApply = false, ...rest }: FileQuestion) =>
    canonicalJson({ ...rest, continues, mayNotApply });
  return form(one) === form(other);
}

interface Meaning {
  name: Text;
  group: string | null;
  kinds: string[];
  parts: string[];
}

function meaningOf({ nameVi, nameEn, group, kinds, parts }: IndicatorRow): Meaning {
  return {
    name: { vi: nameVi, en: nameEn },
    group,
    kinds: [...(kinds ?? [])].sort(),
    parts: [...(parts ?? [])].sort(),
  };
}

function declared(indicator: FrameworkFile['newIndicators'][number]): Meaning {
  const { name, group = null, kinds = [], parts = [] } = indicator;
  return { name, group, kinds: [...kinds].sort(), parts: [...parts].sort() };
}

/**
 * Indicators that another framework decides for the same kinds on a day on which both are in force.
 * What is in force changes only when a version begins or ends, so these days are looked at.
 */
function decidedElsewhere(file: FrameworkFile, { published }: HubCriteria): PublicationProblem[] {
  const own = factOf({ ...file, id: 0, validTo: file.validTo ?? null, decides: decidedBy(file) });
  const facts = [...published.map(factOf), own];
  const days = facts
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [addDays(validTo, 1)] : [])])
    .filter((day) => inSpan(own, day));
  const found = new Map<string, PublicationProblem>();
  for (const day of [...new Set(days)].sort()) {
    const inForce = frameworksInForce(facts, day, Infinity);
    if (!inForce.includes(own)) continue;
    for (const other of inForce.filter((each) => each !== own))
      for (const [index, code] of decisionsIn(file))
        if (!found.has(code) && overlap(own.decides[code], other.decides[code]))
          found.set(code, { ...decidedTwice(code, other.code, day), path: `indicators.${index}` });
  }
  return [...found.values()];
}

function decisionsIn({ indicators }: FrameworkFile): [index: number, code: string][] {
  return indicators.map(({ indicator }, index) => [index, indicator]);
}

function factOf(version: Omit<PublishedVersion, 'version'>): FrameworkFact {
  const decides = Object.entries(version.decides).map(
    ([code, kinds]) => [code, new Set(kinds)] as const,
  );
  return { ...version, decides: Object.fromEntries(decides) };
}

function overlap(
  some: ReadonlySet<InstitutionKind> | undefined,
  others: ReadonlySet<InstitutionKind> | undefined,
): boolean {
  return [...(some ?? [])].some((kind) => others?.has(kind));
}
