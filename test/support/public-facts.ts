import type { TestHub } from './hub.js';

/** Days after every round of the tests, so that all that was handed in counts. */
const ON = '2027-03-01';

/** The lists of all public nodes, and what is the node's own there: no list of other nodes. */
const LISTS: Record<string, string> = {
  administrativeUnits: `code kind name nameEn validFrom validTo parent { id }
    predecessors { predecessor { id } extent } successors { successor { id } extent }`,
  institutions: `code name kind levels group openedOn closedOn unit { id }
    pillars(asOf: "${ON}") { pillar observation stage points maxPoints revision }`,
  plans: 'document issuer version',
  reportingRounds: 'code name opensOn dueOn closesOn referenceDate closedAt version phase',
  statusUpdates: 'revision approvedAt pillars { pillar stage points }',
};

/** What an anonymous reader sees of each public node, by its id: two of one node are equal when nothing changed. */
export async function publicFacts(hub: TestHub): Promise<Map<string, string>> {
  const facts = new Map<string, string>();
  const add = (nodes: { id: string }[]) =>
    nodes.forEach((node) => facts.set(node.id, (facts.get(node.id) ?? '') + JSON.stringify(node)));
  for (const [list, fields] of Object.entries(LISTS)) add(await allOf(hub, list, fields));
  for (const plan of await allOf(hub, 'plans', 'targets { id group pillar year percent dueOn }'))
    add((plan as unknown as { targets: { id: string }[] }).targets);
  const progress = (basis: string) =>
    `progress(asOf: "${ON}", basis: ${basis}) { lines { group pillar institutions completed reported inReview notApplicable
       targets { gapPoints standing } } }`;
  add(
    await allOf(
      hub,
      'administrativeUnits',
      `reported: ${progress('AS_REPORTED')} restated: ${progress('CURRENT_UNITS')}`,
    ),
  );
  add(
    await allOf(
      hub,
      'administrativeUnits',
      'workforce { records(first: 100) { nodes { id version source counts { quantity value withheld } } } }',
    ),
  );
  return facts;
}

async function allOf(hub: TestHub, list: string, fields: string): Promise<{ id: string }[]> {
  const nodes: { id: string }[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { [list]: page }: any = await hub.data(
      `query ($after: String) { ${list}(first: 100, after: $after) {
        nodes { id ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    nodes.push(...page.nodes);
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  return nodes;
}
