import { describe, expect, test } from '@jest/globals';
import { readEdition, type EditionInput } from './edition.js';

const text = { vi: 'x', en: 'x' };
const registry: EditionInput = { from: 'REGISTRY', quantity: 'TEAM_UNITS' };

const valid = {
  code: 'test',
  version: 1,
  name: text,
  firstYear: 2022,
  lastYear: null,
  unitKinds: ['PROVINCE'],
  maximumPoints: 10,
  source: 'x',
  sourceStatus: 'ILLUSTRATIVE',
  inputs: { yes: registry },
  components: [
    {
      code: '1',
      name: text,
      measures: text,
      maximumPoints: 10,
      owner: text,
      formula: { kind: 'YES_NO', value: 'yes' },
      source: 'x',
      sourceStatus: 'ILLUSTRATIVE',
    },
  ],
};

describe('the file of an edition', () => {
  const problems = (change: object) =>
    readEdition(JSON.stringify({ ...valid, ...change })).problems;

  test('is read when it is right', () => {
    expect(readEdition(JSON.stringify(valid))).toEqual({ edition: valid, problems: [] });
  });

  test.each([
    [{ name: { vi: 'Ch? s? nhân l?c', en: 'x' } }, 'name.vi'],
    [{ source: 'Quy�t định 1' }, 'source'],
    [{ source: 'QuyÃªt Ä‘á»‹nh 1' }, 'source'],
    [
      { components: [{ ...valid.components[0], owner: { vi: 'Uû ban nh©n d©n', en: 'x' } }] },
      'components.0.owner.vi',
    ],
    [
      { components: [{ ...valid.components[0], measures: { vi: 'Tröôøng hoïc', en: 'x' } }] },
      'components.0.measures.vi',
    ],
  ])('with the damaged text %j is refused at that text, with what to do', (change, path) => {
    expect(problems(change)).toEqual([
      {
        path,
        text: expect.objectContaining({
          en: expect.stringMatching(/; (take it from the original file|convert it to)/),
        }),
      },
    ]);
  });

  test('may ask something in its sentences', () => {
    expect(problems({ source: 'Ai báo cáo? Quyết định 1' })).toEqual([]);
  });

  test('that is no JSON says so', () => {
    expect(readEdition('{').problems).toMatchObject([
      {
        path: '',
        text: {
          vi: expect.stringContaining('không phải JSON'),
          en: expect.stringContaining('no JSON'),
        },
      },
    ]);
  });

  test.each([
    [
      'unknown inputs',
      { inputs: { no: registry } },
      [['components.0.formula', 'there is no input yes; the inputs are no']],
    ],
    [
      'a cycle',
      { inputs: { yes: { from: 'SUM', of: ['also'] }, also: { from: 'SUM', of: ['yes'] } } },
      [
        ['inputs.yes', 'is a sum that contains itself'],
        ['inputs.also', 'is a sum that contains itself'],
      ],
    ],
    [
      'maxima that do not add up',
      { maximumPoints: 99 },
      [['maximumPoints', 'is 99, but the components’ maxima add up to 10']],
    ],
    ['years that run backwards', { lastYear: 2000 }, [['lastYear', 'is before firstYear, 2022']]],
  ])('with %s is refused', (_name, change, expected) => {
    expect(problems(change).map(({ path, text }) => [path, text.en])).toEqual(expected);
  });

  test('tells everything at once: a code twice, steps that fall, fields that are none', () => {
    const component = valid.components[0]!;
    const steps = [
      { atLeast: 2, points: 4 },
      { atLeast: 1, points: 5 },
    ];
    const found = problems({
      maximumPoints: 20,
      components: [component, { ...component, formula: { kind: 'STEPS', value: 'yes', steps } }],
    });

    expect(found.map(({ path }) => path)).toEqual([
      'components.1.code',
      'components.1.formula.steps',
      'components.1.formula.steps',
    ]);
    expect(problems({ colour: 'red', version: 0 }).length).toBe(2);
  });
});
