import { wordsOf } from '../shared/words';

export const useSavedViewsWords = wordsOf('saved-views', {
  saved: ['Đã lưu', 'Saved'],
  save: ['Lưu trang đang xem', 'Save this view'],
  name: ['Tên', 'Name'],
  'name-help': [
    'Trang được lưu cùng mọi lựa chọn trên đó, chỉ trong trình duyệt này. Ngày để trống thì lần sau vẫn là số liệu mới nhất.',
    'The page is kept with all that is chosen on it, in this browser only. Where no day is chosen, it shows the newest figures again.',
  ],
  keep: ['Lưu', 'Save'],
  cancel: ['Huỷ', 'Cancel'],
  'is-saved': ['Đã lưu “{{name}}”.', '“{{name}}” is saved.'],
  remove: ['Bỏ “{{name}}” khỏi danh sách', 'Remove “{{name}}” from the list'],
  'is-removed': ['Đã bỏ “{{name}}”.', '“{{name}}” is removed.'],
  full: [
    'Chỉ giữ được {{most}} trang. Hãy bỏ một trang trước khi lưu trang này.',
    'At most {{most}} views are kept. Remove one before saving this one.',
  ],
});
