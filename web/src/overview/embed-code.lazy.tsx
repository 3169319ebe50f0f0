import { escaped } from '../../../src/shared/escaped';
import { CopyText } from '../components/copy-text';
import type { BoundaryBasis, UnitKind } from '../generated/graphql';
import { addressOf } from '../shared/address';
import { saidBasis } from '../shared/unit-address';
import { language } from '../shared/words';
import { codeOf, type Line } from './line';
import { useChosenLine } from './line-choice';
import { useOverviewWords } from './overview.words';

/** Gives the reader what shows the verdict in the frame of another page, where the operator has named such pages. */
export default function EmbedCode({
  unit: { code, kind, name },
  on,
  basis,
  lines,
}: {
  unit: { code: string; kind: UnitKind; name: string };
  on: string | null;
  basis: BoundaryBasis;
  lines: readonly Line[];
}) {
  const words = useOverviewWords();
  const chosen = useChosenLine(lines);
  if (!document.querySelector('meta[name=hub-embed]')) return null;
  const path = addressOf('/embed/verdict', {
    ...{ unit: code, kind, on, basis: saidBasis(basis) },
    ...{ of: chosen?.group, in: chosen && codeOf(chosen), lang: language() },
  });
  const address = escaped(window.location.origin + path);
  const frame = `<iframe src="${address}" title="${escaped(name)}" width="100%" height="480" loading="lazy" style="border:0"></iframe>`;
  return <CopyText label={words('embed')} text={() => frame} />;
}
