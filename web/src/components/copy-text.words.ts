import { wordsOf } from '../shared/words';

export const useCopyTextWords = wordsOf('copy-text', {
  'copy-address': ['Sao chép địa chỉ trang này', 'Copy the address of this page'],
  copied: ['Đã sao chép.', 'Copied.'],
  'copy-yourself': [
    'Trình duyệt không cho sao chép tự động. Văn bản đã được chọn sẵn, hãy nhấn Ctrl+C.',
    'The browser does not let the page copy. The text is selected: press Ctrl+C.',
  ],
  'to-copy': ['Văn bản để sao chép', 'The text to copy'],
});
