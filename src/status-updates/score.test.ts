import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { criterionRows } from '../frameworks/criterion-row.js';
import type { GivenAnswer } from '../frameworks/criterion-points.js';
import { readFramework } from '../frameworks/read-framework.js';
import { askedIn, askedOf } from './asked-criterion.js';
import { scoreRevision } from './score.js';

const FILES = ['four-pillar', 'decision-4725-unconfirmed'];
let drawn = 0;
const frameworks = FILES.map((name, index) => {
  const { file } = readFramework(
    readFileSync(new URL(`../../seeds/reference/frameworks/${name}.json`, import.meta.url), 'utf8'),
  );
  const stored = file!.criteria.map(({ code }) => ({ id: (drawn += 1), questionId: drawn, code }));
  return { id: index + 1, definition: file!, criteria: criterionRows(index + 1, file!, stored) };
});
const together = askedIn(frameworks.map(({ criteria }) => criteria));
const shared = together.filter(({ uses }) => uses.length > 1);

/** Of every question, the fullest answer. */
function full(): Map<number, GivenAnswer> {
  return new Map(
    together.map(({ id, question: { answer } }): [number, GivenAnswer] => {
      if ('options' in answer) return [id, { choice: answer.options[0]!.code }];
      if ('levels' in answer) return [id, { value: answer.levels.at(-1)!.level }];
      if (answer.kind === 'SHARE') return [id, { value: 40, total: 40 }];
      return [
        id,
        answer.kind === 'TEXT' ? { text: 'x' } : { value: answer.kind === 'COUNT' ? 999_999 : 1 },
      ];
    }),
  );
}

describe('a round of two frameworks', () => {
  test('asks what both ask once, under its criterion in the first', () => {
    const codes = together.map(({ question }) => question.code);

    expect(shared.length).toBeGreaterThan(0);
    expect(new Set(codes).size).toBe(codes.length);
    expect(together.length).toBe(
      frameworks.flatMap(({ criteria }) => criteria).length - shared.length,
    );
    for (const { uses, frameworkId } of shared) {
      expect(frameworkId).toBe(1);
      expect(uses.map((use) => use.frameworkId)).toEqual([1, 2]);
    }
  });

  test('asks a kind only what one of them asks it', () => {
    const kinds = askedOf(together, 'COLLEGE').flatMap(({ uses }) => uses);

    expect(new Set(kinds.map(({ frameworkId }) => frameworkId))).toEqual(new Set([1]));
    expect(askedOf(together, null)).toEqual([]);
  });

  test('gives one answer its points under both', () => {
    const [question] = shared;
    const score = (answers: Map<number, GivenAnswer>) =>
      scoreRevision(frameworks, together, 'UPPER_SECONDARY_SCHOOL', answers);
    const without = new Map([...full()].filter(([id]) => id !== question!.id));
    const points = (answers: Map<number, GivenAnswer>) =>
      question!.uses.map(({ id }) => score(answers).points.get(id));

    expect(points(without)).toEqual([0, 0]);
    for (const each of points(full())) expect(each).toBeGreaterThan(0);
    expect(score(full()).frameworks.map(({ frameworkId }) => frameworkId)).toEqual([1, 2]);
    expect(score(full()).frameworks[1]!.level).toBe(3);
    expect(score(full()).indicators.map(({ indicator }) => indicator)).toEqual(
      frameworks.flatMap(({ definition }) =>
        definition.indicators.map(({ indicator }) => indicator),
      ),
    );
  });
});
