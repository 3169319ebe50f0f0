import { Paper, Stack, Text, Title } from '@mantine/core';
import { DownloadFile } from '../components/download-file';
import { addressOf } from '../shared/address';
import { useReportFormsWords } from './report-forms.words';

/** The form of one school in one round as a workbook. */
export function OwnForm({
  institution,
  code,
  round,
}: {
  institution: string;
  code: string;
  round: string;
}) {
  const words = useReportFormsWords();
  return (
    <Paper withBorder p="md" component="section" className="no-print" aria-label={words('title')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {words('title')}
        </Title>
        <Text size="sm">{words('own-lead')}</Text>
        <DownloadFile
          path={addressOf('/exports/report-form.xlsx', { institution, round })}
          name={`${words('form-file')}-${code}.xlsx`}
          label={words('download')}
        />
      </Stack>
    </Paper>
  );
}
