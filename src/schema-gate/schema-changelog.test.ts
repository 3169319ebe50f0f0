import { describe, expect, test } from '@jest/globals';
import { released, withUnreleased } from './schema-changelog.js';
import { schemaChanges } from './schema-changes.js';

const REASON = 'since 2026-11-25, until 2027-11-25 at least: use `Unit.code`';
const BEFORE = 'type Query { unit(code: ID): Unit } type Unit { code: ID! name: String old: Int }';
const AFTER = `
  type Query { unit(code: ID, on: ID): Unit! units: [Unit!] }
  """A place."""
  type Unit { code: ID! title: Title @deprecated(reason: "${REASON}") }
  type Title { text: String }
  enum Kind { A }
`;
const ALLOWED = [{ change: '`Unit.name` is removed', reason: 'it lied' }];

const changelog = async (text = '') =>
  withUnreleased(text, await schemaChanges(BEFORE, AFTER), ALLOWED);

/** What a changelog says below its header. */
const body = (text: string) => text.slice(text.indexOf('## Unreleased'));

const TOLD = `### Breaking

- \`Unit.name\` is removed: it lied
- \`Unit.old\` is removed

### Dangerous

- \`Query.unit(on:)\` is new: \`ID\`

### Deprecated

- \`Unit.title\` is deprecated ${REASON}

### Safe

- new types: \`Kind\`, \`Title\`
- \`Query.unit\` is \`Unit!\` now, and was \`Unit\`
- \`Query.units\` is new: \`[Unit!]\`
- \`Unit.title\` is new: \`Title\`
- described anew: \`Unit\`
`;

describe('the changelog of the graph', () => {
  test('tells what breaks first, then what is dangerous, deprecated and safe', async () => {
    expect(body(await changelog())).toBe(`## Unreleased\n\n${TOLD}`);
  });

  test('is the same when it is written again', async () => {
    const once = await changelog();

    expect(await changelog(once)).toBe(once);
  });

  test('says so when nothing differs', () => {
    expect(body(withUnreleased('', [], []))).toBe('## Unreleased\n\nNothing differs.\n');
  });

  test('breaks long lists of names like text', async () => {
    const types = Array.from({ length: 40 }, (_, index) => `scalar Scalar${index}`).join(' ');
    const text = withUnreleased('', await schemaChanges(BEFORE, `${BEFORE} ${types}`), []);
    const lines = body(text).split('\n').slice(4, -1);

    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines.join('').match(/`Scalar\d+`/g)).toHaveLength(40);
  });

  test('makes what is unreleased a release, and begins anew above it', async () => {
    const first = released(await changelog(), '0.2.0', '2026-12-01');

    expect(body(first)).toBe(
      `## Unreleased\n\nNothing differs.\n\n## 0.2.0 – 2026-12-01\n\n${TOLD}`,
    );
    expect(body(await changelog(first))).toBe(
      `## Unreleased\n\n${TOLD}\n## 0.2.0 – 2026-12-01\n\n${TOLD}`,
    );
  });

  test('keeps earlier releases below the new one', async () => {
    const first = released(await changelog(), '0.2.0', '2026-12-01');
    const second = released(withUnreleased(first, [], []), '0.10.0', '2027-01-01');

    expect(body(second)).toBe(
      `## Unreleased\n\nNothing differs.\n\n## 0.10.0 – 2027-01-01\n\nNothing differs.\n\n## 0.2.0 – 2026-12-01\n\n${TOLD}`,
    );
  });

  test.each([
    ['0.2.0', '2026-12-02', '0.2.0 was released already'],
    ['v0.3', '2026-12-02', '“v0.3” is no version'],
    ['0.3.0', '2026-02-30', '“2026-02-30” is no date'],
  ])('is not released as %s on %s', async (version, date, problem) => {
    const text = released(await changelog(), '0.2.0', '2026-12-01');

    expect(() => released(text, version, date)).toThrow(problem);
  });
});
