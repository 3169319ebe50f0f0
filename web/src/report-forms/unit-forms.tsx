import { Stack, Text, Title } from '@mantine/core';
import { DownloadFile } from '../components/download-file';
import { addressOf } from '../shared/address';
import { useReportFormsWords } from './report-forms.words';

/** The forms of the schools of a round, for the department that sends them out. */
export function UnitForms({ round: { id, code } }: { round: { id: string; code: string } }) {
  const words = useReportFormsWords();
  return (
    <Stack gap="xs" className="no-print">
      <Title order={4} size="h5">
        {words('units-title')}
      </Title>
      <Text size="sm">{words('units-lead')}</Text>
      <DownloadFile
        path={addressOf('/exports/report-forms.zip', { round: id })}
        name={`${words('form-file')}-${code}.zip`}
        label={words('download-all')}
      />
    </Stack>
  );
}
