import { wordsOf } from '../shared/words';

export const useNameChoiceWords = wordsOf('name-choice', {
  'account-search': ['Tìm theo tên hoặc thư điện tử', 'Search by name or e-mail'],
  'place-search': ['Tìm theo tên hoặc mã', 'Search by name or code'],
});
