import { firstOf, required } from '../shared/required.js';
import type { Text } from '../shared/text.js';
import { gapsOf, leavesOf, ranked, type Gap } from './gaps.js';
import { componentWithheld, type IndexAnswer } from './index-view.js';
import { toNumber } from './points.js';

export interface ShownGap extends Pick<Gap, 'key' | 'kind' | 'components' | 'institutionId'> {
  rank: number;
  tied: boolean;
  /** Null when the points of a component are withheld. */
  leastPoints: number | null;
  mostPoints: number | null;
  cure: { input: string; value: number | null }[];
  ownerText: Text;
}

/**
 * The gaps by the components that the viewer may see. Withheld components add nothing, not even a
 * gap, because that would reveal something.
 */
export function openGaps(answer: IndexAnswer): Gap[] {
  const { edition, leaves, institutions, expired } = answer.row;
  const components = edition.components.filter((each) => !componentWithheld(answer, each));
  return gapsOf({ ...edition, components }, leaves, institutions, expired);
}

/**
 * The gaps of an index. A withheld component has one gap if something was not counted, which
 * everybody can see; it comes last, without points.
 */
export function gapsShown(answer: IndexAnswer): ShownGap[] {
  const open = ranked(openGaps(answer)).map(({ least, most, cure, components, ...gap }) => ({
    ...gap,
    components,
    leastPoints: toNumber(least),
    mostPoints: toNumber(most),
    cure: cure.flatMap((each) => ('input' in each ? [each] : [])),
    ownerText: ownerOf(answer, firstOf(components)),
  }));
  const uncounted = answer.row.score.components.filter(
    ({ component, state }) => state === 'NOT_COUNTED' && componentWithheld(answer, component),
  );
  const silent = uncounted.map(({ component }): ShownGap => {
    const missing = leavesOf(answer.row.edition, component).filter(
      (name) => required(answer.row.inputs, name).state === 'NOT_COUNTED',
    );
    return {
      key: `component:${component.code}`,
      kind: missing.every((name) => answer.row.expired.has(name)) ? 'EXPIRED' : 'NOT_COUNTED',
      components: [component.code],
      institutionId: null,
      rank: open.length + 1,
      tied: uncounted.length > 1,
      leastPoints: null,
      mostPoints: null,
      cure: missing.map((input) => ({ input, value: null })),
      ownerText: component.owner,
    };
  });
  return [...open, ...silent];
}

function ownerOf({ row }: IndexAnswer, code: string): Text {
  return firstOf(row.edition.components.filter((component) => component.code === code)).owner;
}
