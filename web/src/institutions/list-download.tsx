import { Group } from '@mantine/core';
import { DownloadFile } from '../components/download-file';
import type { NamedUnit } from '../components/unit-select';
import type { InstitutionFilter } from '../generated/graphql';
import { addressOf } from '../shared/address';
import { hasRole, useViewer } from '../sign-in/viewer';
import { useInstitutionsWords } from './shared/institutions.words';

/**
 * Gives the reader the institutions of the list as a workbook, all of them; and those who keep the
 * register the same in the columns of an import.
 */
export function ListDownload({
  filter: { on, group, kinds, ownership, settled, search, includeClosed },
  unit,
}: {
  filter: InstitutionFilter;
  /** The unit of the list; null for all. */
  unit: NamedUnit | null;
}) {
  const words = useInstitutionsWords();
  const viewer = useViewer();
  const parameters = {
    asOf: on,
    unit: unit?.code,
    kind: unit?.kind,
    group,
    institutionKind: kinds?.[0],
    ownership,
    settled: settled == null ? null : String(settled),
    search,
    includeClosed: includeClosed ? 'true' : null,
  };
  return (
    <Group className="no-print" gap="xs">
      <DownloadFile
        path={addressOf('/exports/institutions.xlsx', parameters)}
        name="institutions.xlsx"
        label={words('download-xlsx')}
      />
      {hasRole(viewer, 'OPERATOR', 'PLANNER') && (
        <DownloadFile
          path={addressOf('/exports/register.xlsx', parameters)}
          name="register.xlsx"
          label={words('download-register')}
        />
      )}
    </Group>
  );
}
