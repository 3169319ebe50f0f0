import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { DownloadFile } from '../components/download-file';
import { addressOf } from '../shared/address';
import { ChosenForms } from './chosen-forms';
import { FormDrop } from './form-drop';
import { bringsAnswers, clashes, isComplete, isFit, useForms, type Forms } from './use-forms';
import { useReportFormsWords } from './report-forms.words';

/** The forms of the schools of a round, for the department that sends them out and takes them in. */
export function UnitForms({
  round: { id, code },
  brings,
  onSaved,
}: {
  round: { id: string; code: string };
  /** Whether the reader may bring forms in. */
  brings: boolean;
  onSaved: () => void;
}) {
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
      {brings && <Bringing round={id} onSaved={onSaved} />}
    </Stack>
  );
}

function Bringing({ round, onSaved }: { round: string; onSaved: () => void }) {
  const words = useReportFormsWords();
  const forms = useForms({ round }, onSaved);
  return (
    <>
      <Title order={4} size="h5">
        {words('upload-title')}
      </Title>
      <Text size="sm">{words('upload-lead')}</Text>
      <FormDrop onFiles={(files) => void forms.choose(files)} />
      <AllAtOnce forms={forms} />
      <ChosenForms of={forms} />
    </>
  );
}

/** What may be done with all forms that need no further look. */
function AllAtOnce({ forms }: { forms: Forms }) {
  const words = useReportFormsWords();
  const plain = forms.forms.filter((form) => isFit(form) && !clashes(form));
  const saved = plain.filter(bringsAnswers);
  const submitted = plain.filter(isComplete);
  if (forms.forms.length < 2) return null;
  return (
    <>
      <Text size="sm">{words('all-lead')}</Text>
      <Group>
        <Button
          variant="default"
          disabled={saved.length === 0}
          loading={forms.busy}
          onClick={() => void forms.save(saved, false)}
        >
          {words('save-all', { count: saved.length })}
        </Button>
        <Button
          disabled={submitted.length === 0}
          loading={forms.busy}
          onClick={() => void forms.save(submitted, true)}
        >
          {words('submit-all', { count: submitted.length })}
        </Button>
      </Group>
    </>
  );
}
