import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { GivenAnswer } from '../frameworks/criterion-points.js';
import { criterionRows } from '../frameworks/criterion-row.js';
import { readFramework } from '../frameworks/read-framework.js';
import {
  alikeAnswers,
  isAsked,
  isMeetable,
  judgedAnswers,
  judgeOf,
  type AskedGroup,
} from './outcomes.js';

const file = (path: string) =>
  readFramework(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).file!;
const FILES = {
  small: file('docs/examples/framework-two-groups.json'),
  forms: file('docs/examples/framework-forms.json'),
  four: file('seeds/reference/frameworks/four-pillar.json'),
};

function criterionOf(name: keyof typeof FILES, code: string) {
  const definition = FILES[name];
  const stored = definition.criteria.map((each, id) => ({ id, questionId: id, code: each.code }));
  return {
    definition,
    criterion: criterionRows(1, definition, stored).find((each) => each.code === code)!,
  };
}

const group: AskedGroup = {
  province: 1,
  kind: 'UPPER_SECONDARY_SCHOOL',
  kindThen: 'UPPER_SECONDARY_SCHOOL',
  institutions: 3,
};

describe('an answer under a criterion', () => {
  type Row = [keyof typeof FILES, string, GivenAnswer | null, boolean | null, number | null];
  test.each<Row>([
    ['small', '1.1', { value: 1 }, true, null],
    ['small', '1.1', { value: 0 }, false, null],
    ['small', '1.2', { value: 30, total: 40 }, false, 75],
    ['small', '1.2', { value: 40, total: 40 }, true, 100],
    ['small', '1.3', { value: 0 }, false, 0],
    ['small', '1.3', { value: 20 }, true, 62.5],
    ['small', '1.4', { text: 'Moodle' }, null, null],
    ['small', '2.2', { value: 1 }, false, 50],
    ['small', '2.2', { value: 2 }, true, 100],
    ['small', '2.3', { doesNotApply: true }, null, null],
    ['small', '2.3', null, null, null],
    // Its pillar requires level 1 of it, and of this share 60 percent.
    ['four', 'D3', { value: 1 }, true, 33.325],
    ['four', 'D3', { value: 0 }, false, 0],
  ])('of %s %s: %j is met %p, with %p percent', (name, code, answer, met, percent) => {
    const { definition, criterion } = criterionOf(name, code);
    const outcome = judgeOf(definition, criterion)(answer);
    expect(outcome.met).toBe(met);
    if (percent === null) expect(outcome.percent).toBeNull();
    else expect(outcome.percent).toBeCloseTo(percent, 0);
  });

  test('of an option is met by the one with the greatest share', () => {
    const { definition, criterion } = criterionOf('forms', 'A.1.1');
    const judge = judgeOf(definition, criterion);
    const of = (choice: string) => judge({ choice });
    expect(['none', 'rented', 'own'].map((choice) => of(choice).met)).toEqual([false, false, true]);
    expect(of('rented')).toMatchObject({ option: 'rented', percent: 50, said: 'ANSWER' });
  });

  test('is none of a kind that is not asked it, on the date or when it was scored', () => {
    const { criterion } = criterionOf('small', '2.3');
    const of = (kinds: Partial<AskedGroup>) => isAsked(criterion, { ...group, ...kinds });
    expect(of({})).toBe(true);
    expect(of({ kind: 'PRIMARY_SCHOOL' })).toBe(false);
    expect(of({ kindThen: 'PRIMARY_SCHOOL' })).toBe(false);
  });
});

test('nothing is met by a text, and something by everything that has points', () => {
  for (const [name, { criteria }] of Object.entries(FILES))
    for (const { code, points } of criteria) {
      const { definition, criterion } = criterionOf(name as keyof typeof FILES, code);
      if (points) expect(isMeetable(definition, criterion)).toBe(true);
    }
  const { definition, criterion } = criterionOf('small', '1.4');
  expect(isMeetable(definition, criterion)).toBe(false);
});

test('who gave no answer is counted in its group, and what comes to the same together', () => {
  const { definition, criterion } = criterionOf('small', '1.2');
  const asked = {
    ...{ question: 'teachers-trained', value: null, total: null, choice: null },
    ...{ isText: false, doesNotApply: false },
  };
  const groups = [group, { ...group, province: 2, institutions: 2 }];
  const answers = alikeAnswers(groups, [
    { ...asked, value: 1, total: 4, of: [{ group: 0, count: 1 }] },
    { ...asked, value: 2, total: 8, of: [{ group: 0, count: 1 }] },
    { ...asked, of: [{ group: 0, count: 1 }] },
    { ...asked, doesNotApply: true, of: [{ group: 1, count: 2 }] },
  ]);
  const judged = judgedAnswers(definition, [criterion], answers);
  expect(
    judged.map(({ province, outcomes, count }) => [province, outcomes[0]!.said, count]),
  ).toEqual([
    [1, 'ANSWER', 2],
    [2, 'DOES_NOT_APPLY', 2],
    [1, 'NOTHING', 1],
  ]);
});
