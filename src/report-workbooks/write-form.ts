import { answerText } from '../frameworks/framework-words.js';
import { toGlobalId } from '../graphql/node.js';
import { firstOf, required } from '../shared/required.js';
import type { Language, Text } from '../shared/text.js';
import { lettersOf } from '../shared/workbook/sheet.js';
import {
  writeWorkbook,
  type OpenCell,
  type WrittenCell,
  type WrittenSheet,
} from '../shared/workbook/write-workbook.js';
import type { AskedCriterion } from '../status-updates/asked-criterion.js';
import {
  answerOf,
  choicesOf,
  DOES_NOT_APPLY,
  labelOf,
  saidAnswer,
  type FormAnswer,
} from './form-answers.js';
import {
  FORM_COLUMNS,
  FORM_FORMAT,
  FORM_SHEET,
  HELP,
  HELP_SHEET,
  IDENTITY_SHEET,
  LISTS_SHEET,
  type FormColumn,
} from './form-layout.js';
import type { ReportForm } from './report-form.queries.js';

/** The form as a workbook in a language: the questions, how to fill it in, and what the hub knows it by. */
export function formWorkbook(form: ReportForm, language: Language): Promise<Buffer> {
  const lists = new Lists();
  const sheet = questionsSheet(form, language, lists);
  return writeWorkbook([sheet, helpSheet(language), lists.sheet(), identitySheet(form)]);
}

const COLUMNS = Object.keys(FORM_COLUMNS);

function columnOf(name: FormColumn): number {
  return COLUMNS.indexOf(name);
}

function questionsSheet(form: ReportForm, language: Language, lists: Lists): WrittenSheet {
  const { round, institution, asked, work } = form;
  const present = new Map(form.present.map((each) => [each.criterionId, answerOf(each)]));
  const approved = new Map(form.approved.map((each) => [each.criterionId, answerOf(each)]));
  const title = `${institution.name} (${institution.code}) – ${language === 'vi' ? round.nameVi : round.nameEn}`;
  const headers = Object.values(FORM_COLUMNS).map(({ header }) => header[language]);
  const rows: WrittenCell[][] = [[null, null, title], headers];
  const open: OpenCell[] = [];
  const headings: number[] = [];
  let section = '';
  for (const criterion of asked) {
    const its = sectionOf(work, criterion)[language];
    if (its !== section) {
      headings.push(rows.length);
      rows.push([null, null, its]);
      section = its;
    }
    open.push(...openCells(criterion, rows.length, lists.of(criterion, language)));
    const said = (answer: FormAnswer | undefined) =>
      answer ? saidAnswer(criterion.question, answer, language) || null : null;
    rows.push([
      criterion.code,
      criterion.question.code,
      criterion.question.text[language],
      guidanceOf(criterion, language),
      answerText(criterion.question)[language],
      said(approved.get(criterion.id)),
      ...answerCells(criterion, present.get(criterion.id), language),
    ]);
  }
  return {
    name: FORM_SHEET[language],
    headers: 2,
    rows,
    columns: Object.values(FORM_COLUMNS).map(({ width, isText }) => ({
      width,
      ...(isText && { isText }),
    })),
    open,
    headings,
  };
}

/** The answer, the total, the reason and the remark. */
function answerCells(
  { question }: AskedCriterion,
  answer: FormAnswer | undefined,
  language: Language,
): WrittenCell[] {
  if (!answer) return [null, null, null, null];
  const { value, total, choice, text, doesNotApply, comment } = answer;
  const given = labelOf(question, answer)?.[language] ?? text ?? choice ?? value;
  return [doesNotApply === null ? given : DOES_NOT_APPLY[language], total, doesNotApply, comment];
}

function openCells({ question }: AskedCriterion, row: number, choices: string | null): OpenCell[] {
  const named: FormColumn[] = [
    'answer',
    ...(question.answer.kind === 'SHARE' ? (['total'] as const) : []),
    ...(question.mayNotApply ? (['reason'] as const) : []),
    'comment',
  ];
  return named.map((name) => ({
    row,
    column: columnOf(name),
    ...(name === 'answer' && choices !== null && { choices }),
    // What is written in words must not become a date.
    ...(name === 'answer' && question.answer.kind === 'TEXT' && { isText: true }),
  }));
}

function guidanceOf({ question, evidenceRequired }: AskedCriterion, language: Language) {
  const parts = [
    question.guidance?.[language],
    evidenceRequired ? NEEDS_EVIDENCE[language] : undefined,
  ];
  return parts.filter((part) => part !== undefined).join('\n') || null;
}

const NEEDS_EVIDENCE: Text = {
  vi: 'Cần minh chứng, thêm ở trang báo cáo.',
  en: 'It needs evidence, which is added on the page of the report.',
};

/** The section of a question in the first framework that asks it, with the framework where there are several. */
function sectionOf({ frameworks }: ReportForm['work'], criterion: AskedCriterion): Text {
  const { frameworkId, frameworkName, asked } = firstOf(criterion.uses);
  const { definition } = required(new Map(frameworks.map((each) => [each.id, each])), frameworkId);
  const section = definition.sections.find(({ code }) => code === asked.section);
  const named = (language: Language) =>
    [
      ...(frameworks.length > 1 ? [frameworkName[language]] : []),
      section?.name[language] ?? asked.section,
    ].join(' – ');
  return { vi: named('vi'), en: named('en') };
}

/** The lists of choices, each in a column of a hidden sheet, because a list in a cell takes no commas and is short. */
class Lists {
  private readonly lists = new Map<string, string[]>();

  /** Where the choices of a question stand; null where there are none. */
  of({ question }: AskedCriterion, language: Language): string | null {
    const choices = choicesOf(question).map(({ label }) => label[language]);
    if (question.mayNotApply) choices.push(DOES_NOT_APPLY[language]);
    if (choices.length === 0) return null;
    const key = JSON.stringify(choices);
    this.lists.set(key, choices);
    const column = lettersOf([...this.lists.keys()].indexOf(key) + 1);
    return `${LISTS_SHEET}!$${column}$1:$${column}$${choices.length}`;
  }

  sheet(): WrittenSheet {
    const lists = [...this.lists.values()];
    const longest = Math.max(1, ...lists.map(({ length }) => length));
    return {
      name: LISTS_SHEET,
      headers: 0,
      rows: Array.from({ length: longest }, (_row, index) =>
        lists.map((list) => list[index] ?? null),
      ),
      columns: lists.map(() => ({ width: 30 })),
      isHidden: true,
      open: [],
    };
  }
}

function helpSheet(language: Language): WrittenSheet {
  return {
    name: HELP_SHEET[language],
    headers: 0,
    rows: HELP.map((text) => [text[language]]),
    columns: [{ width: 110 }],
    open: [],
  };
}

/** What the hub knows the workbook by, and what stood in it when it was made. */
function identitySheet({ round, institution, asked, work, present }: ReportForm): WrittenSheet {
  const answers = new Map(present.map((each) => [each.criterionId, answerOf(each)]));
  const fields: [string, string][] = [
    ['format', FORM_FORMAT],
    ['institution', toGlobalId('Institution', institution.id)],
    ['institution code', institution.code],
    ['round', toGlobalId('ReportingRound', round.id)],
    ['round code', round.code],
    ['frameworks', editionsOf(work)],
  ];
  const rows = asked.map(({ id, question: { code } }): WrittenCell[] => [
    'question',
    code,
    JSON.stringify(answers.get(id) ?? null),
  ]);
  return {
    name: IDENTITY_SHEET,
    headers: 0,
    rows: [...fields, ...rows],
    columns: [{ width: 20 }, { width: 40, isText: true }, { width: 60, isText: true }],
    isHidden: true,
    open: [],
  };
}

/** The frameworks of a round with their versions. */
export function editionsOf({ frameworks }: Pick<ReportForm['work'], 'frameworks'>): string {
  return frameworks.map(({ definition: { code, version } }) => `${code} ${version}`).join(', ');
}
