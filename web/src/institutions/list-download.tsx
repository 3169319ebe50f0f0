import { DownloadFile } from '../components/download-file';
import type { NamedUnit } from '../components/unit-select';
import type { InstitutionFilter } from '../generated/graphql';
import { addressOf } from '../shared/address';
import { useInstitutionsWords } from './shared/institutions.words';

/** Gives the reader the institutions of the list as a workbook, all of them. */
export function ListDownload({
  filter: { on, group, kinds, ownership, settled, search, includeClosed },
  unit,
}: {
  filter: InstitutionFilter;
  /** The unit of the list; null for all. */
  unit: NamedUnit | null;
}) {
  const words = useInstitutionsWords();
  const address = addressOf('/exports/institutions.xlsx', {
    asOf: on,
    unit: unit?.code,
    kind: unit?.kind,
    group,
    institutionKind: kinds?.[0],
    ownership,
    settled: settled == null ? null : String(settled),
    search,
    includeClosed: includeClosed ? 'true' : null,
  });
  return (
    <div className="no-print">
      <DownloadFile path={address} name="institutions.xlsx" label={words('download-xlsx')} />
    </div>
  );
}
