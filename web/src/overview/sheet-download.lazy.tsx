import { DownloadFile } from '../components/download-file';
import type { BoundaryBasis, UnitKind } from '../generated/graphql';
import { addressOf } from '../shared/address';
import { useChosenLine } from './line-choice';
import { codeOf, type Line } from './line';
import { useOverviewWords } from './overview.words';

/** Gives the reader what the page says, for a meeting: as a document of Word that the hub makes. */
export default function SheetDownload({
  unit: { code, kind },
  asOf,
  basis,
  lines,
}: {
  unit: { code: string; kind: UnitKind };
  asOf: string;
  basis: BoundaryBasis;
  lines: readonly Line[];
}) {
  const words = useOverviewWords();
  const chosen = useChosenLine(lines);
  const path = addressOf('/exports/meeting-sheet.docx', {
    ...{ unit: code, kind, asOf, basis },
    group: chosen?.group,
    indicator: chosen && codeOf(chosen),
  });
  return <DownloadFile path={path} name={`${code}-${asOf}.docx`} label={words('download-sheet')} />;
}
