import { Paper, Stack, Text, Title } from '@mantine/core';
import { DownloadFile } from '../components/download-file';
import { addressOf } from '../shared/address';
import { ChosenForms } from './chosen-forms';
import { FormDrop } from './form-drop';
import { useForms } from './use-forms';
import { useReportFormsWords } from './report-forms.words';

/** The form of one school in one round as a workbook, out and in. */
export function OwnForm({
  institution,
  code,
  round,
  isLocked,
  onSaved,
}: {
  institution: string;
  code: string;
  round: string;
  /** Whether nothing can be written now; the form can be had all the same. */
  isLocked: boolean;
  onSaved: () => void;
}) {
  const words = useReportFormsWords();
  const forms = useForms({ institution, round }, onSaved);
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
        {!isLocked && <FormDrop onFiles={([file]) => void forms.choose(file ? [file] : [])} />}
        <ChosenForms of={forms} />
      </Stack>
    </Paper>
  );
}
