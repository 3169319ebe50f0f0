import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { GivenAnswer } from './criterion-points.js';
import type { FrameworkFile } from './framework-file.js';
import { scoreFramework } from './framework-score.js';
import { readFramework } from './read-framework.js';

function example(name: string): FrameworkFile {
  const path = new URL(`../../docs/examples/framework-${name}.json`, import.meta.url);
  const { file, problems } = readFramework(readFileSync(path, 'utf8'));
  if (!file) throw new Error(JSON.stringify(problems));
  return file;
}

const TWO_GROUPS = example('two-groups');
const FORMS = example('forms');

const yes: GivenAnswer = { value: 1 };
const no: GivenAnswer = { value: 0 };
const count = (value: number): GivenAnswer => ({ value });
const share = (value: number, total: number): GivenAnswer => ({ value, total });
const notHere: GivenAnswer = { doesNotApply: true };

/** Scores the answers and tells what a reader would compare. */
function told(file: FrameworkFile, kind: InstitutionKind, answers: Record<string, GivenAnswer>) {
  const { sections, level, indicators } = scoreFramework(
    file,
    kind,
    new Map(Object.entries(answers)),
  );
  return {
    sections: sections
      .filter(({ section }) => !section.parent)
      .map((each) => [
        each.points / 100,
        each.maxPoints / 100,
        each.level,
        ...each.unmet.map((code) => `condition ${code}`),
      ]),
    level,
    stages: indicators.map(({ stage }) => stage),
  };
}

describe('the example of two groups', () => {
  const upper = 'UPPER_SECONDARY_SCHOOL';
  const primary = 'PRIMARY_SCHOOL';
  const DONE = 'COMPLETED';
  const BEGUN = 'IN_PROGRESS';
  const NONE = 'NOT_STARTED';

  test.each<
    [
      InstitutionKind,
      [GivenAnswer, GivenAnswer, number, GivenAnswer, number, GivenAnswer | null],
      { sections: unknown[]; level: number; stages: string[] },
    ]
  >([
    [
      upper,
      [yes, share(30, 40), 20, yes, 1, yes],
      {
        sections: [
          [70, 100, 2],
          [60, 90, 2],
        ],
        level: 2,
        stages: [DONE, DONE, DONE],
      },
    ],
    [
      upper,
      [yes, share(40, 40), 19, yes, 2, no],
      {
        sections: [
          [70, 100, 2],
          [60, 90, 2],
        ],
        level: 2,
        stages: [BEGUN, DONE, DONE],
      },
    ],
    [
      upper,
      [no, share(40, 40), 50, yes, 2, yes],
      {
        sections: [
          [100, 100, 1, 'condition 1.1'],
          [90, 90, 3],
        ],
        level: 1,
        stages: [BEGUN, DONE, BEGUN],
      },
    ],
    [
      upper,
      [yes, share(39, 60), 10, yes, 1, notHere],
      {
        sections: [
          [49, 100, 1],
          [30, 60, 1],
        ],
        level: 1,
        stages: [BEGUN, BEGUN, BEGUN],
      },
    ],
    [
      upper,
      [yes, share(35, 60), 50, yes, 2, no],
      {
        sections: [
          [75, 100, 2],
          [60, 90, 2],
        ],
        level: 2,
        stages: [DONE, DONE, DONE],
      },
    ],
    [
      upper,
      [yes, share(71, 120), 50, yes, 2, yes],
      {
        sections: [
          [75.5, 100, 3],
          [90, 90, 3],
        ],
        level: 3,
        stages: [DONE, DONE, DONE],
      },
    ],
    [
      primary,
      [yes, share(20, 40), 25, no, 2, null],
      {
        sections: [
          [55, 100, 2],
          [60, 60, 1, 'condition 2.1'],
        ],
        level: 1,
        stages: [DONE, BEGUN, BEGUN],
      },
    ],
    [
      primary,
      [no, share(0, 0), 0, no, 0, null],
      {
        sections: [
          [0, 100, 1, 'condition 1.1'],
          [0, 60, 1, 'condition 2.1'],
        ],
        level: 1,
        stages: [NONE, NONE, NONE],
      },
    ],
  ])('a %s with %j', (kind, [plan, trained, materials, team, records, fees], expected) => {
    expect(
      told(TWO_GROUPS, kind, {
        'online-teaching-plan': plan,
        'teachers-trained': trained,
        'digital-materials': count(materials),
        'steering-team': team,
        'school-records': count(records),
        ...(fees && { 'cashless-fees': fees }),
      }),
    ).toEqual(expected);
  });

  test('a criterion that the kind is not asked does not count, whatever is answered to its question', () => {
    const { criteria } = scoreFramework(TWO_GROUPS, primary, new Map([['cashless-fees', yes]]));

    expect(criteria.at(-1)).toMatchObject({ bearing: 'NOT_ASKED', points: 0, maxPoints: 0 });
  });

  test('what is missing to the next level is told in points', () => {
    const { sections } = scoreFramework(
      TWO_GROUPS,
      upper,
      new Map([
        ['teachers-trained', share(35, 60)],
        ['digital-materials', count(50)],
      ]),
    );

    // 75 is still level 2; over 75 is level 3.
    expect(sections.map(({ pointsToNext }) => pointsToNext)).toEqual([1, 5000]);
  });

  test('where not so many points apply, nothing leads to the next level', () => {
    const { sections } = scoreFramework(
      TWO_GROUPS,
      'PRIMARY_SCHOOL',
      new Map([
        ['steering-team', yes],
        ['school-records', count(2)],
      ]),
    );

    // All of the 60 points that a primary school can have, and level 3 is over 75.
    expect(
      sections.map(({ points, level, pointsToNext }) => [points, level, pointsToNext]),
    ).toEqual([
      [0, 1, 5000],
      [6000, 2, null],
    ]);
  });
});

test.each<[string, number, GivenAnswer, GivenAnswer, unknown]>([
  [
    'rented',
    10,
    yes,
    share(40, 50),
    {
      sections: [
        [40, 50, 3],
        [50, 50, 3],
      ],
      level: 3,
      stages: ['COMPLETED', 'COMPLETED'],
    },
  ],
  [
    'none',
    9,
    yes,
    share(25, 50),
    {
      sections: [
        [10, 50, 1],
        [20, 50, 2],
      ],
      level: 2,
      stages: ['IN_PROGRESS', 'COMPLETED'],
    },
  ],
  [
    'own',
    12,
    no,
    share(24, 50),
    {
      sections: [
        [50, 50, 1, 'condition A.2.2'],
        [0, 50, 1],
      ],
      level: 1,
      stages: ['COMPLETED', 'NOT_STARTED'],
    },
  ],
  [
    'own',
    0,
    yes,
    share(40, 50),
    {
      sections: [
        [20, 50, 2],
        [50, 50, 3],
      ],
      level: 2,
      stages: ['IN_PROGRESS', 'COMPLETED'],
    },
  ],
])(
  'the example of every form, with %s, %d, %j and %j',
  (choice, courses, plan, staff, expected) => {
    expect(
      told(FORMS, 'COLLEGE', {
        platform: { choice },
        courses: count(courses),
        plan,
        staff,
      }),
    ).toEqual(expected);
  },
);

test.each([
  ['halves are rounded up', 1, 8, 13],
  ['a total of nothing earns nothing', 5, 0, 0],
  ['no more than the total counts', 9, 8, 100],
])('of a share of 1 point %s', (_name, value, total, earned) => {
  const [criterion] = TWO_GROUPS.criteria.filter(({ code }) => code === '1.2');
  const file: FrameworkFile = {
    ...TWO_GROUPS,
    criteria: [{ ...criterion!, points: { rule: 'PROPORTION', maximum: 1 } }],
    indicators: [],
    level: undefined,
  };
  const { criteria } = scoreFramework(
    file,
    'PRIMARY_SCHOOL',
    new Map([['teachers-trained', share(value, total)]]),
  );

  expect(criteria[0]?.points).toBe(earned);
});

test('a share of which the total is not given yet reaches no percentage and no band', () => {
  const { criteria } = scoreFramework(FORMS, 'COLLEGE', new Map([['staff', { value: 90 }]]));
  const [staff] = criteria.filter(({ criterion }) => criterion.code === 'B.1');

  expect([staff?.points, staff?.met, staff?.reaches(50)]).toEqual([0, false, false]);
});

test('where nothing is left by the answers an indicator is not met and counts, by the kind it does not apply', () => {
  const file: FrameworkFile = {
    ...TWO_GROUPS,
    indicators: [
      { indicator: 'fees', completedWhen: { all: [{ criterion: '2.3' }] } },
      { indicator: 'both', completedWhen: { any: [{ criterion: '2.3' }, { criterion: '2.1' }] } },
    ],
  };
  const stages = (kind: InstitutionKind, fees: GivenAnswer) =>
    scoreFramework(
      file,
      kind,
      new Map([
        ['cashless-fees', fees],
        ['steering-team', yes],
      ]),
    ).indicators.map(({ indicator, stage }) => [indicator, stage]);

  expect(stages('UPPER_SECONDARY_SCHOOL', notHere)).toEqual([
    ['fees', 'NOT_STARTED'],
    ['both', 'COMPLETED'],
  ]);
  expect(stages('PRIMARY_SCHOOL', yes)).toEqual([['both', 'COMPLETED']]);
});

test('an indicator of other kinds drops out of one that names it', () => {
  const file: FrameworkFile = {
    ...TWO_GROUPS,
    newIndicators: [
      { code: 'upper', name: { vi: 'a', en: 'a' }, kinds: ['UPPER_SECONDARY_SCHOOL'] },
      { code: 'all', name: { vi: 'b', en: 'b' }, group: 'GENERAL_EDUCATION' },
    ],
    indicators: [
      { indicator: 'upper', completedWhen: { criterion: '1.1' } },
      {
        indicator: 'all',
        completedWhen: { all: [{ indicator: 'upper' }, { criterion: '2.1' }] },
      },
    ],
  };
  const answers = new Map([['steering-team', yes]]);
  const stageOf = (kind: InstitutionKind) =>
    scoreFramework(file, kind, answers).indicators.map(({ indicator, stage }) => [
      indicator,
      stage,
    ]);

  expect(stageOf('UPPER_SECONDARY_SCHOOL')).toEqual([
    ['upper', 'NOT_STARTED'],
    ['all', 'NOT_STARTED'],
  ]);
  expect(stageOf('PRIMARY_SCHOOL')).toEqual([['all', 'COMPLETED']]);
});
