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
      ['indicators.1.completedWhen.all.1.percent: It must be at most 100 (number).'],
    ],
    [
      'what is of no form',
      (file) => (file.indicators[0].completedWhen = { some: [] }),
      ['indicators.0.completedWhen: There is no such form. See docs/frameworks.md.'],
    ],
    [
      'what lost its letters',
      (file) => (file.name.vi = 'Bá»™ tiÃªu chÃ­'),
      [expect.stringMatching(/^name\.vi: /) as never],
    ],
  ])('%s', (_name, change, problems) => {
    expect(after(change)).toEqual(problems);
  });

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
