import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { deprecationProblems, deprecationsOf, readDeprecation } from './schema-deprecation.js';

const graph = (reason: string) =>
  buildSchema(`
    type Query { old: Int @deprecated(reason: ${JSON.stringify(reason)}), new: Int, of(old: Int): Int }
    type Aged { old: Int @deprecated }
  `);

/** What is wrong with `Query.old` for this reason; the graph has another that is always wrong. */
const problems = (reason: string) =>
  deprecationProblems(graph(reason)).filter((problem) => problem.startsWith('Query.old '));

test('every deprecation of the graph says since when, until when and what to use', () => {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

  expect(deprecationProblems(schema)).toEqual([]);
});

describe('the reason of a deprecation', () => {
  test('is read', () => {
    const reason = 'since 2026-11-25, until 2027-11-25 at least: use `Query.new`, which is exact';

    expect(readDeprecation(reason)).toEqual({
      since: '2026-11-25',
      until: '2027-11-25',
      instead: 'Query.new',
    });
  });

  test.each([
    ['since 2026-11-25, until 2027-11-25 at least: use `Query.new`'],
    ['since 2026-11-25, until 2029-01-01 at least: use `Query.of(old:)`, in days'],
    ['since 2026-11-25, until 2027-11-25 at least: nothing takes its place, because it lied'],
  ])('may be %j', (reason) => {
    expect(problems(reason)).toEqual([]);
  });

  test.each([
    ['No longer supported'],
    ['use `Query.new`'],
    ['since 2026-11-25: use `Query.new`'],
    ['since 2026-11-25, until 2027-11-25 at least'],
    ['since 2026-11-25, until 2027-11-25 at least: use Query.new'],
    ['since 2026-11-25, until 2027-11-31 at least: use `Query.new`'],
    ['since 25-11-2026, until 25-11-2027 at least: use `Query.new`'],
    ['since 2026-11-25, until 2027-11-25 at least: nothing takes its place, because '],
  ])('is not %j', (reason) => {
    expect(problems(reason)).toEqual([
      expect.stringContaining('Query.old is deprecated, but its reason does not say “since'),
    ]);
  });

  test.each([
    [
      '2027-11-24 at least: use `Query.new`',
      'Query.old is deprecated until 2027-11-24, less than 365 days: say 2027-11-25 or later',
    ],
    [
      '2027-11-25 at least: use `Query.newer`',
      'Query.old names `Query.newer` instead, which the graph does not have',
    ],
    [
      '2027-11-25 at least: use `Nothing.new`',
      'Query.old names `Nothing.new` instead, which the graph does not have',
    ],
    [
      '2027-11-25 at least: use `a new one`',
      'Query.old names `a new one` instead, which the graph does not have',
    ],
    [
      '2027-11-25 at least: use `Aged.old`',
      'Query.old names `Aged.old` instead, which is deprecated itself',
    ],
  ])('is not one that says until %s', (rest, problem) => {
    expect(problems(`since 2026-11-25, until ${rest}`)).toEqual([problem]);
  });
});

test('fields, arguments, input fields and enum values are found, wherever they are', () => {
  const schema = buildSchema(`
    directive @shown(at: Int @deprecated(reason: "a")) on FIELD
    type Query { b: Int @deprecated(reason: "b"), c(d: Int @deprecated(reason: "d"), e: In): E }
    interface Named { f: Int @deprecated(reason: "f"), g(h: Int @deprecated(reason: "h")): Int }
    input In { i: Int @deprecated(reason: "i") }
    enum E { J @deprecated K }
  `);

  expect([...deprecationsOf(schema)].sort()).toEqual([
    ['@shown(at:)', 'a'],
    ['E.J', 'No longer supported'],
    ['In.i', 'i'],
    ['Named.f', 'f'],
    ['Named.g(h:)', 'h'],
    ['Query.b', 'b'],
    ['Query.c(d:)', 'd'],
  ]);
});
