import { FilesDrop } from '../components/file-drop';
import { useReportFormsWords } from './report-forms.words';

/** Takes forms, dropped or chosen. */
export function FormDrop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useReportFormsWords();
  return (
    <FilesDrop accept=".xlsx" hint={words('drop')} label={words('choose')} onFiles={onFiles} />
  );
}
