import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readFramework } from '../src/frameworks/read-framework.js';

const EXAMPLES = ['two-groups', 'forms'];
const contentOf = (name: string) =>
  readFileSync(new URL(`../docs/examples/framework-${name}.json`, import.meta.url), 'utf8');

test.each(EXAMPLES)('the example %s can be used as it is', (name) => {
  expect(readFramework(contentOf(name)).problems).toEqual([]);
});

/** A framework file that can be changed anywhere. */
type Loose = Record<string, any>;

/** The problems of the example after a change, in English. */
function after(change: (file: Loose) => void, name = 'two-groups'): string[] {
  const file = JSON.parse(contentOf(name)) as Loose;
  change(file);
  const { problems } = readFramework(JSON.stringify(file));
  return problems.map(({ path, text }) => `${path}: ${text.en}`);
}

describe('of the form of a file it is told', () => {
  test.each<[string, (file: Loose) => void, string[]]>([
    [
      'what is missing',
      (file) => delete file.issuer,
      ['issuer: It is missing. Fill in this field.'],
    ],
    [
      'what it does not have',
      (file) => (file.criteria[0].wieght = 2),
      ['criteria.0: There is no such field: wieght.'],
    ],
    [
      'what is none of the choices',
      (file) => (file.kinds = ['PRIMARY']),
      [expect.stringMatching(/^kinds\.0: It must be one of: PRESCHOOL, PRIMARY_SCHOOL, /) as never],
    ],
    [
      'what is a text and not a number',
      (file) => (file.sections[0].maximum = '100'),
      ['sections.0.maximum: It must be a number.'],
    ],
    [
      'what has too many decimals',
      (file) => (file.criteria[1].points.maximum = 60.001),
      ['criteria.1.points.maximum: It must be a multiple of 0.01: it has too many decimals.'],
    ],
    [
      'what is no code, no address and no day',
      (file) => Object.assign(file, { code: 'my set', url: 'www', validFrom: '1/1/2026' }),
      [
        'code: It must be a code: letters and digits, with dots, hyphens or low lines between them and no spaces.',
        'url: It must be an address that begins with http:// or https://.',
        'validFrom: It must be a day, written 2026-01-31.',
      ],
    ],
    [
      'what is wrong deep in a requirement',
      (file) => (file.indicators[1].completedWhen.all[1].percent = 160),
      ['indicators.1.completedWhen.all.1.percent: It must be at most 100.'],
    ],
    [
      'what is of no form',
      (file) => (file.indicators[0].completedWhen = { some: [] }),
      ['indicators.0.completedWhen: There is no such form. See docs/frameworks.md.'],
    ],
    [
      'all that is wrong with one requirement',
      (file) => (file.indicators[0].completedWhen.all = [{ criterion: '1.3', atLeast: 1e-7 }, {}]),
      [
        'indicators.0.completedWhen.all.0.atLeast: It must be a multiple of 0.01: it has too many decimals.',
        'indicators.0.completedWhen.all.1: There is no such form. See docs/frameworks.md.',
      ],
    ],
    [
      'what no database and no cell of a workbook holds',
      (file) => {
        file.version = 3_000_000_000;
        file.scales[0].levels[2].level = 1_000_000;
        file.questions[0].text.vi = 'Có '.repeat(4_000);
        file.questions[1].text.vi = 'Có\u0000';
        file.questions[2].text.vi = 'Có \uD83D';
        file.criteria[2].points.bands[0].from = 1e-7;
        file.newIndicators = Array.from({ length: 1_001 }, () => file.newIndicators[0]);
      },
      [
        expect.stringMatching(/^questions\.1\.text\.vi: has signs that are no letters/) as never,
        expect.stringMatching(/^questions\.2\.text\.vi: has signs that are no letters/) as never,
        'version: It must be at most 999999.',
        'scales.0.levels.2.level: It must be at most 999999.',
        'questions.0.text.vi: It must be at most 10000 characters long.',
        'criteria.2.points.bands.0.from: It must be a multiple of 0.01: it has too many decimals.',
        'newIndicators: It must be at most 1000 entries long.',
      ],
    ],
    [
      'that a requirement is larger than anybody reads',
      (file) => {
        const some = { any: Array.from({ length: 51 }, () => ({ criterion: '1.1' })) };
        file.indicators[0].completedWhen = { all: [some, some] };
        file.indicators[1].completedWhen = nested(21);
      },
      [0, 1].map(
        (index) =>
          `indicators.${index}.completedWhen: The requirement is too large: all and any may stand in each other 20 deep, and name at most 100 criteria, sections or indicators.`,
      ),
    ],
    [
      'that values stand in each other without an end',
      (file) => (file.indicators[0].completedWhen = nested(1_000)),
      [': Values stand in each other more than 100 deep.'],
    ],
    [
      'what lost its letters',
      (file) => (file.name.vi = 'Bá»™ tiÃªu chÃ­'),
      [expect.stringMatching(/^name\.vi: /) as never],
    ],
  ])('%s', (_name, change, problems) => {
    expect(after(change)).toEqual(problems);
  });

  /** A requirement in requirements. */
  function nested(depth: number): object {
    return depth === 0 ? { criterion: '1.1' } : { all: [nested(depth - 1)] };
  }

  test('that it is no JSON', () => {
    expect(readFramework('{').problems).toMatchObject([{ path: '' }]);
  });
});

describe('a framework is not published', () => {
  test.each<[string, (file: Loose) => void, string[]]>([
    [
      'whose criteria do not add up, without a reason',
      (file) => delete file.sections[1].gapReason,
      [
        'sections.1.maximum: Section 2 declares 100 points, and its criteria add up to 90. Correct it, or say why in gapReason.',
      ],
    ],
    [
      'with a gap between two levels',
      (file) => (file.scales[0].levels[1].fromIncluded = false),
      [
        'scales.0.levels.1: There is a gap from 50 between level 1 and this one: no level holds 50.',
      ],
    ],
    [
      'with levels that overlap',
      (file) => (file.scales[0].levels[2].from = 70),
      ['scales.0.levels.2: It overlaps level 2 at 70.'],
    ],
    [
      'with an interval that is reversed',
      (file) => Object.assign(file.scales[0].levels[2], { from: 75, to: 60 }),
      ['scales.0.levels.2: The interval is reversed or empty: from 75 to 60.'],
    ],
    [
      'with a lowest level that is not of 0',
      (file) => (file.scales[0].levels[0].from = 1),
      ['scales.0.levels.0: The lowest level must begin at 0 and include it; it begins at 1.'],
    ],
    [
      'that names what is nowhere',
      (file) => {
        file.criteria[0].question = 'nothing';
        file.sections[0].scale = 'none';
        file.level.sections[1] = '3';
      },
      [
        'sections.0.scale: There is no scale with the code none.',
        'criteria.0.question: There is no question with the code nothing.',
        'level.sections.1: There is no section with the code 3.',
      ],
    ],
    [
      'that names something twice',
      (file) => (file.criteria[1].code = '1.1'),
      ['criteria.1: The code 1.1 stands twice.'],
    ],
    [
      'with codes that differ in capitals or the form of letters only, and lists that repeat something',
      (file) => {
        file.questions[6].code = 'STEERING-team';
        file.criteria[3].question = 'STEERING-team';
        file.kinds.push('PRIMARY_SCHOOL');
        file.criteria[6].kinds.push('MULTI_LEVEL_SCHOOL');
        file.level.sections.push('1');
      },
      [
        'questions.6: The code STEERING-team differs from steering-team in capitals or the form of letters only. Choose another one.',
        'kinds.4: The code PRIMARY_SCHOOL stands twice.',
        'criteria.6.kinds.3: The code MULTI_LEVEL_SCHOOL stands twice.',
        'level.sections.2: The code 1 stands twice.',
      ],
    ],
    [
      'whose sections stand in each other in a circle',
      (file) => {
        file.sections[0].parent = '2';
        file.sections[1].parent = '1';
      },
      [
        'sections.0.parent: The sections stand in each other in a circle.',
        'sections.1.parent: The sections stand in each other in a circle.',
      ],
    ],
    [
      'whose indicators decide each other in a circle',
      (file) => {
        file.indicators[0].completedWhen = { indicator: 'DIGITAL_GOVERNANCE' };
        file.indicators[1].completedWhen = { indicator: 'OPEN_LEARNING_RESOURCES' };
      },
      [
        'indicators.0: The indicator is decided by itself.',
        'indicators.1: The indicator is decided by itself.',
      ],
    ],
    [
      'that decides an indicator of nobody',
      (file) => (file.newIndicators = []),
      [
        'indicators.2: There is no indicator example-level-2; name it in newIndicators, with its name and group.',
      ],
    ],
    [
      'whose indicator is for kinds of two groups',
      (file) =>
        (file.newIndicators[0] = {
          code: 'example-level-2',
          name: { vi: 'a', en: 'a' },
          kinds: ['PRIMARY_SCHOOL', 'COLLEGE'],
        }),
      [
        'newIndicators.0: The kinds of the indicator example-level-2 must be of one group that has targets.',
      ],
    ],
    [
      'with a rule of points that does not fit the answer',
      (file) => (file.criteria[0].points = { rule: 'PROPORTION', maximum: 0 }),
      ['criteria.0: An answer of the kind YES_NO cannot earn points by PROPORTION; possible: ALL.'],
    ],
    [
      'with a condition that nobody can meet',
      (file) => (file.criteria[3].condition = true),
      ['criteria.3: Nobody can meet the condition 1.4: no value of its TEXT answer meets it.'],
    ],
    [
      'with an indicator that nobody can reach',
      (file) => {
        file.indicators[2].completedWhen.level = 4;
        file.indicators[1].completedWhen.all[0] = { criterion: '2.2', atLeast: 3 };
      },
      [
        'indicators.1.completedWhen.all.0: Nobody can reach 3: the highest is 2.',
        'indicators.2.completedWhen: Nobody can reach 4: the highest is 3.',
      ],
    ],
    [
      'that asks a kind nothing, or a kind that it is not for',
      (file) => {
        for (const criterion of file.criteria) criterion.kinds = ['PRIMARY_SCHOOL', 'COLLEGE'];
        file.kinds = ['PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL'];
      },
      [
        ...[0, 1, 2, 3, 4, 5, 6].map(
          (index) =>
            `criteria.${index}: It asks the kind “College”, for which the framework is not. Leave it out here, or add it to the kinds of the framework.`,
        ),
        'kinds: “Lower secondary school” is asked nothing. Add criteria for this kind, or leave it out of kinds.',
      ],
    ],
    [
      'with points, bands and levels that nobody can reach',
      (file) => {
        file.criteria[1].points = {
          rule: 'BANDS',
          maximum: 60,
          bands: [{ from: 101, points: 60 }],
        };
        const options = ['a', 'b'].map((code) => ({ code, name: { vi: code, en: code } }));
        file.questions[3].answer = { kind: 'CHOICE', options };
        Object.assign(file.criteria[4], { condition: false });
        file.criteria[4].points = { rule: 'ALL', maximum: 10 };
        file.sections[1].maximum = 90;
        file.indicators.splice(1, 1);
      },
      [
        'criteria.1: Nobody can reach the band from 101: no share is above 100%.',
        'criteria.4: Nobody can earn points here: no option of the question steering-team has a share above 0.',
      ],
    ],
    [
      'whose indicators nobody can complete, whatever is answered',
      (file) => {
        file.scales[0].levels[2].to = 300;
        file.scales[0].levels[2].from = 200;
        file.scales[0].levels[1].to = 200;
        file.scales[0].levels[1].toIncluded = true;
        file.indicators[1].completedWhen = { section: '2', level: 3 };
        file.indicators[2].completedWhen.level = 3;
      },
      [1, 2].map(
        (index) =>
          `indicators.${index}.completedWhen: Nobody can meet this, not even with the best answer to everything: look at the points, the scales, and the kinds that are asked.`,
      ),
    ],
    [
      'whose indicators are for nobody who is asked, or that nothing decides',
      (file) => {
        file.newIndicators[0].group = 'COLLEGE_AND_VOCATIONAL';
      },
      [
        'indicators.2: The indicator example-level-2 is for no kind that is asked what decides it: look at its group and kinds, and at those of the criteria.',
      ],
    ],
    [
      'whose new indicators nothing decides, or every hub has',
      (file) => {
        file.indicators.pop();
        file.newIndicators.push({ ...file.newIndicators[0], code: 'ALL_FOUR', parts: ['x'] });
      },
      [
        'newIndicators.1: ALL_FOUR is the four pillars together, which every hub has.',
        'newIndicators.0: Nothing says when example-level-2 is completed: name it in indicators, or give its parts.',
        'newIndicators.1.parts: x cannot be a part: it must be a pillar or an indicator of this file that has no parts itself.',
      ],
    ],
    [
      'with days of another age, or more points than a figure holds',
      (file) => {
        file.validFrom = '0000-01-01';
        file.validTo = '9999-12-31';
        file.criteria[1].points.maximum = 1_000_000;
        file.sections[0].maximum = 1_000_000;
        file.sections[0].gapReason = { vi: 'a', en: 'a' };
      },
      [
        'validFrom: The day 0000-01-01 is not from 1900-01-01 to 2200-12-31.',
        'validTo: The day 9999-12-31 is not from 1900-01-01 to 2200-12-31.',
        'criteria: The criteria add up to 1000130 points; at most 999999.99 are possible.',
      ],
    ],
    [
      'that ends before it begins',
      (file) => (file.validTo = '2025-12-31'),
      ['validTo: The last day 2025-12-31 is before the first 2026-01-01.'],
    ],
    [
      'whose bands fall, or give more than there is',
      (file) => (file.criteria[2].points.bands[1] = { from: 20, points: 50 }),
      [
        'criteria.2: The band from 20 has 50 points, more than the maximum of 40.',
        'criteria.2: The band from 50 with 40 points must be higher than the one from 20 with 50.',
      ],
    ],
    [
      'whose question has levels that fall, told once however many criteria use it',
      (file) => {
        file.questions[4].answer.levels.reverse();
        file.criteria[4].question = 'school-records';
        file.criteria[4].condition = false;
      },
      [
        'questions.4: The levels of the question school-records must go from the lowest up, with shares that do not fall.',
      ],
    ],
    [
      'with the level of a section that has none',
      (file) => {
        delete file.sections[1].scale;
        file.indicators[1].completedWhen.all[1] = { section: '2', level: 2 };
      },
      ['level.sections.1: 2 has no levels.', 'indicators.1.completedWhen.all.1: 2 has no levels.'],
    ],
  ])('%s', (_name, change, problems) => {
    expect(after(change)).toEqual(problems);
  });

  test('whose levels are combined so that none is the lowest, or one stands twice', () => {
    expect(
      after((file) => {
        file.level.otherwise = 2;
        file.level.levels[0].level = 2;
      }, 'forms'),
    ).toEqual([
      'level.levels.1: Level 2 stands twice.',
      'level.otherwise: The level otherwise must be lower than each level that has a requirement.',
    ]);
  });

  test('with a level that no combination reaches', () => {
    expect(
      after((file) => {
        file.scales[0].levels[1].to = 110;
        file.scales[0].levels[2].from = 110;
      }, 'forms'),
    ).toEqual([expect.stringMatching(/^level\.levels\.0\.when: Nobody can meet this/)]);
  });

  test('whose level depends on itself', () => {
    const level = { framework: 'example-forms', level: 2 };

    expect(after((file) => (file.level.levels[0].when = level), 'forms')).toEqual([
      'level.levels.0.when: The level of a framework cannot depend on itself or on an indicator; name sections and criteria.',
    ]);
  });

  test('with a part that has parts itself, or is nowhere', () => {
    expect(
      after((file) => (file.newIndicators[1].parts = ['forms-whole', 'elsewhere']), 'forms'),
    ).toEqual([
      'newIndicators.1.parts: forms-whole cannot be a part: it must be a pillar or an indicator of this file that has no parts itself.',
      'newIndicators.1.parts: elsewhere cannot be a part: it must be a pillar or an indicator of this file that has no parts itself.',
    ]);
  });
});

test('one letter is one sign in a code, however a program composed it', () => {
  const composed = contentOf('two-groups').replaceAll('"lms-name"', '"tên"');
  const { file } = readFramework(composed.normalize('NFD'));

  expect(file?.questions.at(-1)?.code).toBe('tên'.normalize('NFC'));
});
