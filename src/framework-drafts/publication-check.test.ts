import { expect, test } from '@jest/globals';
import { decidedBy } from '../frameworks/framework-reach.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { editedFramework } from '../frameworks/edited-framework.fixture.js';
import { publicationProblems, type HubCriteria } from './publication-check.js';

const EMPTY: HubCriteria = { indicators: [], bank: [], published: [], approvedFor: null };

const example = editedFramework;

const versionOf = (
  file: FrameworkFile,
  changes: Partial<HubCriteria['published'][number]> = {},
) => ({
  ...{ id: 1, code: file.code, version: file.version, validFrom: file.validFrom },
  ...{ validTo: file.validTo ?? null, decides: decidedBy(file), ...changes },
});

const inShort = (file: FrameworkFile, hub: Partial<HubCriteria>) =>
  publicationProblems(file, { ...EMPTY, ...hub }).map(({ path, code }) => `${path} ${code}`);

test('nothing keeps a first framework from an empty hub', () => {
  expect(inShort(example(), {})).toEqual([]);
});

test('a version is published once, and later versions begin later', () => {
  const published = [
    versionOf(example()),
    versionOf(example(), { id: 2, version: 3, validFrom: '2027-01-01' }),
  ];
  const second = (validFrom: string) => inShort(example({ version: 2, validFrom }), { published });

  expect(inShort(example(), { published })).toEqual(['version FRAMEWORK_PUBLISHED']);
  expect(second('2026-01-01')).toEqual(['validFrom FRAMEWORK_OUT_OF_ORDER']);
  expect(second('2026-01-02')).toEqual([]);
  expect(second('2026-12-31')).toEqual([]);
  expect(second('2027-01-01')).toEqual(['validFrom FRAMEWORK_OUT_OF_ORDER']);
});

test('a version begins after what is approved under its framework', () => {
  const after = (validFrom: string) =>
    inShort(example({ version: 2, validFrom }), { approvedFor: '2026-05-31' });

  expect(after('2026-05-31')).toEqual(['validFrom FRAMEWORK_BEFORE_APPROVED']);
  expect(after('2026-06-01')).toEqual([]);
});

test('a question keeps its form in a revision, and its revisions follow each other', () => {
  const bank = example().questions;
  const changed = (field: string, value: unknown) =>
    inShort(example({ [`questions.0.${field}`]: value }), { bank });

  expect(inShort(example(), { bank })).toEqual([]);
  expect(changed('mayNotApply', false)).toEqual([]);
  expect(changed('text.en', 'Another')).toEqual(['questions.0 QUESTION_DIFFERS']);
  expect(changed('revision', 2)).toEqual([]);
  expect(changed('revision', 3)).toEqual(['questions.0 QUESTION_REVISION_GAP']);
});

test('a question keeps earlier answers only where they are answers to it', () => {
  const records = example().questions[4]!;
  const changed = (answer: object, continues = true) =>
    inShort(example({ 'questions.4': { ...records, revision: 2, continues, answer } }), {
      bank: [records],
    });
  const levels = records.answer.kind === 'LEVEL' ? records.answer.levels : [];
  const more = { level: 3, name: { vi: 'Liên thông', en: 'Linked' }, share: 1 };
  const refused = ['questions.4 QUESTION_CANNOT_CONTINUE'];

  expect(levels).toHaveLength(3);
  expect(changed({ kind: 'LEVEL', levels: [...levels, more] })).toEqual([]);
  expect(changed({ kind: 'LEVEL', levels: levels.slice(1) })).toEqual(refused);
  expect(changed({ kind: 'YES_NO' })).toEqual(refused);
  expect(changed({ kind: 'YES_NO' }, false)).toEqual([]);
});

test('an indicator that the hub has means the same', () => {
  const known = {
    ...{ code: 'example-level-2', group: 'GENERAL_EDUCATION' as const, kinds: null, parts: null },
    ...{ nameVi: 'Đạt từ mức 2 (ví dụ)', nameEn: 'Level 2 or higher (example)' },
  };

  expect(inShort(example(), { indicators: [known] })).toEqual([]);
  for (const other of [
    { ...known, nameVi: 'Tên khác' },
    { ...known, group: 'COLLEGE_AND_VOCATIONAL' as const },
    { ...known, kinds: ['PRIMARY_SCHOOL' as const] },
    { ...known, parts: ['DIGITAL_GOVERNANCE'] },
  ])
    expect(inShort(example(), { indicators: [other] })).toEqual([
      'newIndicators.0 INDICATOR_DIFFERS',
    ]);
});

test('two frameworks decide an indicator for a kind on different days only', () => {
  const other = (changes: object) => [versionOf(example(), { code: 'other', ...changes })];
  const twice = [0, 1, 2].map((index) => `indicators.${index} INDICATOR_DECIDED_TWICE`);
  const until = (validTo: string) => example({ validTo });

  expect(inShort(example(), { published: other({}) })).toEqual(twice);
  expect(inShort(example(), { published: other({ validTo: '2026-01-01' }) })).toEqual(twice);
  expect(
    inShort(example(), { published: other({ validFrom: '2025-01-01', validTo: '2025-12-31' }) }),
  ).toEqual([]);
  expect(inShort(until('2026-06-30'), { published: other({ validFrom: '2026-07-01' }) })).toEqual(
    [],
  );
  expect(inShort(until('2026-07-01'), { published: other({ validFrom: '2026-07-01' }) })).toEqual(
    twice,
  );
});

test('frameworks may decide an indicator for different kinds', () => {
  const published = [
    versionOf(example(), { code: 'other', decides: { DIGITAL_GOVERNANCE: ['COLLEGE'] } }),
  ];

  expect(inShort(example(), { published })).toEqual([]);
});

test('a later version takes over on its first day, so that others may decide what it leaves', () => {
  const first = versionOf(example());
  const leaves = versionOf(example(), { id: 2, version: 2, validFrom: '2027-01-01', decides: {} });
  const other = (validFrom: string) => example({ code: 'other', validFrom });

  expect(inShort(other('2027-01-01'), { published: [first, leaves] })).toEqual([]);
  expect(inShort(other('2026-12-31'), { published: [first, leaves] })).toHaveLength(3);
});
