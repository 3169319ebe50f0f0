import { wordsOf } from '../shared/words';

export const useUnitSelectWords = wordsOf('unit-select', {
  unit: ['Đơn vị hành chính', 'Administrative unit'],
  search: ['Gõ tên đơn vị', 'Type the name of a unit'],
  every: ['Mọi đơn vị', 'Every unit'],
  unknown: ['Không có đơn vị nào mang mã này vào ngày đó.', 'No unit had this code on that date.'],
});
