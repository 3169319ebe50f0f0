import { wordsOf } from '../shared/words';

export const useDownloadWords = wordsOf('download-file', {
  failed: ['Không tải được: {{reason}}', 'It cannot be downloaded: {{reason}}'],
});
