import { changesAfter, newestCursor } from './change-feed.js';
import type { TestHub } from './hub.js';

const STATUS = 'observation stage points maxPoints asOf revision';
const STATUSES = `pillars { pillar ${STATUS} } indicators { indicator { code } ${STATUS} }`;
const COUNTS = `lines { group pillar institutions completed reported inReview notReported carriedForward notApplicable }`;

/** What is kept of each node, by its type. Pace, expected percentage and standing are functions of the date. */
const KEPT: Record<string, string> = {
  Institution: `code name kind levels group openedOn closedOn unit { id } ${STATUSES}`,
  AdministrativeUnit: `code name validFrom validTo
    reported: progress { ${COUNTS} } restated: progress(basis: CURRENT_UNITS) { ${COUNTS} }`,
  ReportingRound: 'code phase opensOn dueOn referenceDate closesOn closedAt',
};

const LISTS = [
  'institutions',
  'administrativeUnits',
  // Those that ended with the reform are nodes too.
  'administrativeUnits(filter: { on: "2025-06-30" })',
  'reportingRounds',
];

/** Asks a list for a page of it. */
const paged = (list: string) => {
  const page = `first: ${AT_ONCE}, after: $after`;
  return list.endsWith(')') ? list.replace(/\)$/, `, ${page})`) : `${list}(${page})`;
};

/** Nodes per request. */
const AT_ONCE = 100;

/**
 * A copy of institutions with their pillars and indicators, of units with their counts and of rounds, kept up to
 * date by the feed alone, as docs/webhooks.md says.
 */
export class FeedCopy {
  readonly nodes = new Map<string, string>();
  #cursor = '';

  private constructor(private readonly hub: TestHub) {}

  static async of(hub: TestHub): Promise<FeedCopy> {
    const copy = new FeedCopy(hub);
    copy.#cursor = await newestCursor(hub);
    await copy.#readAll();
    return copy;
  }

  /** Reads again whatever the feed names. @returns how many changes it told. */
  async follow(): Promise<number> {
    const told = await changesAfter(this.hub, this.#cursor);
    this.#cursor = told.at(-1)?.cursor ?? this.#cursor;
    if (told.some(({ nodeType }) => nodeType === null)) await this.#readAll();
    else {
      const kept = told.filter(({ nodeType }) => nodeType! in KEPT);
      await this.#read(kept.map(({ nodeId }) => nodeId!));
    }
    return told.length;
  }

  /** The nodes of which the graph shows something else than the copy, or that are in only one of them. */
  async differences(): Promise<object[]> {
    const fresh = new FeedCopy(this.hub);
    await fresh.#readAll([...this.nodes.keys()]);
    const ids = new Set([...this.nodes.keys(), ...fresh.nodes.keys()]);
    return [...ids].flatMap((id) => {
      const [copy, graph] = [this.nodes.get(id), fresh.nodes.get(id)];
      return copy === graph ? [] : [{ copy, graph }];
    });
  }

  /** Everything that is listed today, and what was known before. */
  async #readAll(before: readonly string[] = [...this.nodes.keys()]): Promise<void> {
    const ids = new Set(before);
    for (const list of LISTS)
      for (let after: string | null = null, more = true; more;) {
        const { page }: any = await this.hub.data(
          `query ($after: String) { page: ${paged(list)} {
            nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        for (const { id } of page.nodes) ids.add(id);
        ({ hasNextPage: more, endCursor: after } = page.pageInfo);
      }
    await this.#read([...ids]);
  }

  async #read(named: readonly string[]): Promise<void> {
    const ids = [...new Set(named)];
    const fields = Object.entries(KEPT).map(([type, kept]) => `... on ${type} { ${kept} }`);
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const chunk = ids.slice(start, start + AT_ONCE);
      const { nodes } = await this.hub.data(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ${fields.join(' ')} } }`,
        { ids: chunk },
      );
      chunk.forEach((id, index) => {
        if (nodes[index] === null) this.nodes.delete(id);
        else this.nodes.set(id, JSON.stringify(nodes[index]));
      });
    }
  }
}
