import type { Text } from '../shared/text.js';
import { gapsOf, ranked, type Gap } from './gaps.js';
import { componentWithheld, type IndexAnswer } from './index-view.js';
import { toNumber } from './points.js';

/** A gap as a viewer may see it. */
export interface ShownGap extends Pick<Gap, 'key' | 'kind' | 'components' | 'institutionId'> {
  rank: number;
  tied: boolean;
  /** Null where the points of a component are withheld. */
  leastPoints: number | null;
  mostPoints: number | null;
  cure: { input: string; value: number | null }[];
  ownerText: Text;
}

/** The gaps of an index, those of which the points are not for the viewer apart. */
export function splitGaps(answer: IndexAnswer): { open: Gap[]; hidden: Gap[] } {
  const { edition, leaves, institutions, expired } = answer.row;
  const isHidden = ({ components }: Gap) =>
    edition.components.some(
      (component) =>
        components.includes(component.code) && componentWithheld(answer, component) !== null,
    );
  const all = gapsOf(edition, leaves, institutions, expired);
  return { open: all.filter((gap) => !isHidden(gap)), hidden: all.filter(isHidden) };
}

/**
 * The gaps of an index. Those of which the points are withheld come last and share a place: the order
 * would tell what the points are.
 */
export function gapsShown(answer: IndexAnswer): ShownGap[] {
  const { open, hidden } = splitGaps(answer);
  // By key, which says nothing of the points.
  const secret = hidden.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return [
    ...ranked(open).map((gap) => ({
      ...shown(answer, gap),
      rank: gap.rank,
      tied: gap.tied,
      leastPoints: toNumber(gap.least),
      mostPoints: toNumber(gap.most),
    })),
    ...secret.map((gap) => {
      const place = { rank: open.length + 1, tied: secret.length > 1 };
      const cure = shown(answer, gap).cure.map(({ input }) => ({ input, value: null }));
      return { ...shown(answer, gap), ...place, cure, leastPoints: null, mostPoints: null };
    }),
  ];
}

function shown({ row }: IndexAnswer, { key, kind, components, institutionId, cure }: Gap) {
  return {
    key,
    kind,
    components,
    institutionId,
    cure: cure.flatMap((each) => ('input' in each ? [each] : [])),
    ownerText: row.edition.components.find(({ code }) => code === components[0])!.owner,
  };
}
