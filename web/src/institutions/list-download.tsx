import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import type { NamedUnit } from '../components/unit-select';
import type { InstitutionFilter } from '../generated/graphql';
import { addressOf } from '../shared/address';
import { download } from '../shared/download';
import { useSharedWords } from '../shared/shared.words';
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
  const say = useSharedWords();
  const words = useInstitutionsWords();
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function fetchList() {
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
    setBusy(true);
    setReason(await download(address, 'institutions.xlsx').catch(() => say('offline')));
    setBusy(false);
  }
  return (
    <div className="no-print">
      <Button size="xs" variant="default" loading={busy} onClick={() => void fetchList()}>
        {words('download-xlsx')}
      </Button>
      {reason && (
        <Alert color="red" variant="outline" title={say('something-wrong')} role="alert" mt="xs">
          {reason}
        </Alert>
      )}
    </div>
  );
}
