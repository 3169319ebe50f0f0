import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';

const FIGURES = {
  INSTITUTIONS: 'institutions',
  COMPLETED: 'completed',
  REPORTED: 'reported',
  IN_REVIEW: 'inReview',
  NOT_REPORTED: 'notReported',
  CARRIED_FORWARD: 'carriedForward',
  NOT_APPLICABLE: 'notApplicable',
} as const;

const counted = Object.keys(FIGURES)
  .map((figure) => `${figure}: counted(figure: ${figure}, first: 1) { totalCount }`)
  .join(' ');

const lines = (arguments_: string) => `lines {
  group pillar institutions completed reported inReview notReported carriedForward notApplicable ${arguments_}
}`;

let hub: TestHub;

beforeAll(async () => {
  hub = await startHub({ from: 'demo', limits: UNBOUNDED });
});

afterAll(() => hub.close());

describe('what a figure counts', () => {
  test.each([
    ['67', '2023-05-31', 'asOf: "2023-05-31"'],
    ['67', '2025-06-30', 'asOf: "2025-06-30"'],
    ['67', '2025-06-30', 'asOf: "2025-06-30", knownAt: "2024-07-01T00:00:00Z"'],
    ['68', '2026-11-25', 'asOf: "2026-11-25", basis: CURRENT_UNITS'],
  ])('is as many institutions as it says: %s on %s, %s', async (code, on, about) => {
    const { administrativeUnit } = await hub.data(
      `{ administrativeUnit(code: "${code}", on: "${on}") { progress(${about}) { ${lines(counted)} } } }`,
    );
    const differing = administrativeUnit.progress.lines.flatMap((line: any) =>
      Object.entries(FIGURES)
        .filter(([figure, field]) => line[figure].totalCount !== line[field])
        .map(([figure]) => [line.group, line.pillar, figure]),
    );
    expect(differing).toEqual([]);
    expect(administrativeUnit.progress.lines).toHaveLength(10);
    expect(administrativeUnit.progress.lines[0].INSTITUTIONS.totalCount).toBeGreaterThan(0);
  });

  test('is walked through page by page, by name, each institution once', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { administrativeUnit }: any = await hub.data(
        `query ($after: String) { administrativeUnit(code: "67", on: "2025-06-30") {
          progress(groups: [GENERAL_EDUCATION], pillars: [DIGITAL_GOVERNANCE]) { lines {
            counted(figure: NOT_REPORTED, first: 20, after: $after) {
              totalCount nodes { code } pageInfo { hasNextPage endCursor }
            }
          } } } }`,
        { after },
      );
      const page = administrativeUnit.progress.lines[0].counted;
      names.push(...page.nodes.map((node: any) => node.code));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      if (!after) {
        expect(names).toHaveLength(page.totalCount);
        expect(new Set(names).size).toBe(names.length);
      }
    } while (after);
    expect(names.length).toBeGreaterThan(20);
  });

  test('is found without the figure beside it, carried forward as well', async () => {
    const ask = (fields: string) =>
      hub.data(
        `{ administrativeUnit(code: "67", on: "2025-06-30") {
          progress(groups: [GENERAL_EDUCATION], pillars: [DIGITAL_GOVERNANCE]) { lines { ${fields} } } } }`,
      );
    const [{ carriedForward }] = (await ask('carriedForward')).administrativeUnit.progress.lines;
    const [{ counted: alone }] = (
      await ask('counted(figure: CARRIED_FORWARD, first: 1) { totalCount }')
    ).administrativeUnit.progress.lines;
    expect(carriedForward).toBeGreaterThan(0);
    expect(alone.totalCount).toBe(carriedForward);
  });

  test('takes what is assumed for given', async () => {
    const ask = (assume: string) =>
      hub.data(
        `{ administrativeUnit(code: "67", on: "2025-06-30") { progress(pillars: [DIGITAL_GOVERNANCE]${assume}) {
          lines { completed counted(figure: NOT_REPORTED, first: 1) { totalCount nodes { id } } } } } }`,
      );
    const before = (await ask('')).administrativeUnit.progress.lines[0];
    const [{ id }] = before.counted.nodes;
    const after = (await ask(`, assume: [{ institution: "${id}", completed: true }]`))
      .administrativeUnit.progress.lines[0];
    expect(after.completed).toBe(before.completed + 1);
    expect(after.counted.totalCount).toBe(before.counted.totalCount - 1);
    expect(after.counted.nodes[0].id).not.toBe(id);
  });
});
