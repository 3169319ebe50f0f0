import { isDeepStrictEqual } from 'node:util';
import { changeRules } from '../counts/progress-count.service.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { markIllustrative } from '../database/publish.js';
import type { FileProblem } from '../frameworks/framework-file.js';
import { indicatorOf } from '../frameworks/framework.service.js';
import type { Refusal } from '../graphql/user-error.js';
import { indicatorsOf, type IndicatorRow } from '../indicators/indicator.queries.js';
import { recordIndicators } from '../indicators/indicator.service.js';
import type { Problem } from '../shared/csv.js';
import { FileRefused } from '../shared/file-refused.js';
import { firstOf } from '../shared/required.js';
import type { Text } from '../shared/text.js';
import { utf8Text } from '../shared/utf8.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import {
  changesBetween,
  importedOf,
  type Imported,
  type ImportedRow,
} from '../vocabulary/imported-row.js';
import { groupOf, type InstitutionGroup } from '../vocabulary/institution.enums.js';
import {
  fieldsOf,
  indicatorProblems,
  planProblems,
  targetProblems,
  type PlanFields,
} from './plan-fields.js';
import { readPlan, type PlanFile } from './plan-file.js';
import { planByDocument, targetsOf, type TargetRow } from './plan.queries.js';
import { Plan } from './plan.entity.js';
import { Target } from './target.entity.js';

type TargetFields = Omit<TargetRow, 'id' | 'planId'>;

/**
 * Records a plan with its targets from the text of its file, and the indicators on which they are set. One
 * that no framework decides applies to no institution yet: its figures stay empty. Call it inside `publish`.
 * @throws FileRefused PLAN_REFUSED with all problems.
 */
export async function importPlan(em: EntityManager, content: Uint8Array): Promise<Imported> {
  const file = planIn(content);
  const database = databaseOf(em);
  const fields = fieldsIn(file);
  const targets = file.targets.map(targetOf);
  const place = file.unit && {
    path: 'unit',
    found: (await UnitIndex.load(database)).named(file.unit.code, file.unit.on, file.unit.kind)[0],
  };
  const unitId = place?.found?.id ?? null;
  const problems = [
    ...(place && !place.found ? [{ path: place.path, text: NO_SUCH_UNIT }] : []),
    ...placed(planProblems(fields), ''),
    ...problemsOfTargets(file, targets, await indicatorsOf(database)),
  ];
  const known = await planByDocument(database, fields.document);
  if (known && problems.length === 0) {
    const set = (await targetsOf(database, [known.id])).get(known.id) ?? [];
    const same =
      known.unitId === unitId &&
      isDeepStrictEqual(fieldsOf(known), fields) &&
      isDeepStrictEqual(inOrder(set.map(told)), inOrder(targets));
    if (same) return outcomeOf(file, known.id, null);
    problems.push({ path: 'document', text: taken(fields.document) });
  }
  if (problems.length > 0) throw refused(problems);
  const id = await insertPlan(em, file, { fields, targets, unitId });
  const { note, otherShares } = file;
  return outcomeOf(file, id, {
    ...{ subjectVersion: 1, unitId, before: null },
    after: { ...fields, note, targets, otherShares },
  });
}

/** @throws FileRefused PLAN_REFUSED. */
export function planIn(content: Uint8Array): PlanFile {
  const text = utf8Text(content);
  if (text === null) throw refused([{ path: '', text: NO_UTF8 }]);
  const { file, problems } = readPlan(text);
  if (!file) throw refused(problems);
  return file;
}

const refused = (problems: readonly FileProblem[]) =>
  new FileRefused('PLAN_REFUSED', 'The plan', problems);

async function insertPlan(
  em: EntityManager,
  file: PlanFile,
  row: { fields: PlanFields; targets: TargetFields[]; unitId: number | null },
): Promise<number> {
  const { fields, targets, unitId } = row;
  await changeRules(em, () => recordIndicators(em, file.newIndicators.map(indicatorOf)));
  if ([fields, ...targets].some(({ sourceStatus }) => sourceStatus === 'ILLUSTRATIVE'))
    await markIllustrative(em);
  const id = firstOf(await insertRowsForIds(em, Plan, [{ ...fields, unit: unitId }]));
  await insertRows(
    em,
    Target,
    targets.map((target) => ({ ...target, plan: id })),
  );
  return id;
}

/**
 * A plan is whole: of its file is told what names it, and what it aims at.
 * @param trail what the trail says of a new one; null when the hub has it as it is.
 */
function outcomeOf(file: PlanFile, id: number, trail: ImportedRow['trail'] | null): Imported {
  const columns = {
    ...{ title: file.title.vi, issuer: file.issuer, issued_on: file.issuedOn },
    ...{ unit_code: file.unit?.code ?? null, source_status: file.sourceStatus },
    ...Object.fromEntries(
      file.targets.map(({ group, indicator, year, percent }) => [
        `${group} ${indicator} ${year}`,
        `${percent}%`,
      ]),
    ),
  };
  const row = {
    row: 1,
    ...changesBetween(trail ? null : columns, columns),
    ...{ subjectType: 'Plan', subjectId: id, subject: `${file.document} ${file.title.vi}` },
    ...(trail && { trail }),
  };
  return importedOf([row], findingsOf(file));
}

/** Where the plan is from, and the shares that become no target. */
function findingsOf({ note, otherShares }: PlanFile): Problem[] {
  const finding = (code: string, column: string, text: Text): Problem => ({
    ...{ row: 1, column, value: null, code, text },
  });
  return [
    finding('PLAN_NOTE', 'note', note),
    ...otherShares.map(({ text, of, percents }, index) => {
      const years = percents.map(({ year, percent }) => `${year}: ${percent}%`).join(', ');
      return finding('PLAN_NO_TARGET', `otherShares.${index}`, {
        vi: `không thành chỉ tiêu, vì là tỷ lệ của ${of.vi}: ${text.vi} (${years})`,
        en: `is no target, because it is of ${of.en}: ${text.en} (${years})`,
      });
    }),
  ];
}

function fieldsIn({ document, title, issuer, issuedOn, url, sourceStatus }: PlanFile): PlanFields {
  return { document, titleVi: title.vi, titleEn: title.en, issuer, issuedOn, url, sourceStatus };
}

function targetOf({ dueOn, ...target }: PlanFile['targets'][number]): TargetFields {
  return { ...target, dueOn: dueOn ?? `${target.year}-12-31` };
}

function told({ group, indicator, year, dueOn, percent, sourceStatus }: TargetRow): TargetFields {
  return { group, indicator, year, dueOn, percent, sourceStatus };
}

function inOrder(targets: readonly TargetFields[]): TargetFields[] {
  const key = ({ group, indicator, year }: TargetFields) => `${group} ${indicator} ${year}`;
  return [...targets].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function problemsOfTargets(
  { newIndicators }: PlanFile,
  targets: readonly TargetFields[],
  known: readonly IndicatorRow[],
): FileProblem[] {
  const added = newIndicators.map(indicatorOf);
  const codes = new Set(known.map(({ code }) => code));
  const all = [...known, ...added.filter(({ code }) => !codes.has(code))];
  const aboutGroup = all.map((each) => ({ ...each, group: each.group ?? groupOfKinds(each) }));
  return [
    ...added.flatMap((indicator, index) => {
      const present = known.find(({ code }) => code === indicator.code);
      if (!present || isDeepStrictEqual(meaning(present), meaning(indicator))) return [];
      return [{ path: `newIndicators.${index}`, text: saysElse(indicator.code) }];
    }),
    ...targets.flatMap((target, index) =>
      placed(
        [...indicatorProblems({ ...target }, aboutGroup), ...targetProblems(target)],
        `targets.${index}.`,
      ),
    ),
  ];
}

/** The kinds of an indicator are all of one group. */
function groupOfKinds({ kinds }: IndicatorRow): InstitutionGroup | null {
  return kinds?.[0] ? groupOf(kinds[0]) : null;
}

const meaning = ({ kinds, ...indicator }: IndicatorRow) => ({
  ...indicator,
  kinds: [...(kinds ?? [])].sort(),
});

function placed(refusals: readonly Refusal[], before: string): FileProblem[] {
  return refusals.map(({ field, text }) => ({ path: `${before}${(field ?? []).join('.')}`, text }));
}

const NO_UTF8 = {
  vi: 'không phải là văn bản UTF-8; hãy lưu lại dạng UTF-8.',
  en: 'is not UTF-8 text; save it as UTF-8.',
};

const NO_SUCH_UNIT = {
  vi: 'Không có đơn vị nào có mã này vào ngày này.',
  en: 'No unit has this code on this day.',
};

const saysElse = (code: string) => ({
  vi: `Hệ thống đã có ${code} với tên, nhóm hoặc loại hình khác. Hãy dùng như hệ thống có, hoặc đặt mã khác.`,
  en: `The hub has ${code} with another name, group or kinds. Take it as the hub has it, or choose another code.`,
});

const taken = (document: string) => ({
  vi: `Hệ thống đã có văn bản ${document} với nội dung khác. Hãy sửa kế hoạch đó trong bảng điều khiển.`,
  en: `The hub has the document ${document} already, and it says something else. Change that plan in the console.`,
});
