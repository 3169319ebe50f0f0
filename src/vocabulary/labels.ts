import type { Text } from '../shared/text.js';
import type { Pillar } from './framework.enums.js';
import type { InstitutionGroup } from './institution.enums.js';

const text = (vi: string, en: string): Text => ({ vi, en });

export const GROUP_LABELS: Record<InstitutionGroup, Text> = {
  GENERAL_EDUCATION: text(
    'Cơ sở giáo dục phổ thông và thường xuyên',
    'Schools and continuing education',
  ),
  COLLEGE_AND_VOCATIONAL: text(
    'Trường cao đẳng và cơ sở giáo dục nghề nghiệp',
    'Colleges and vocational institutions',
  ),
};

export const PILLAR_LABELS: Record<Pillar, Text> = {
  DIGITAL_GOVERNANCE: text('Mô hình quản trị số', 'Digital governance'),
  DIGITAL_OPERATIONS: text('Hoạt động số', 'Digital operations'),
  STANDARDIZED_DATA: text('Chuẩn hoá dữ liệu số', 'Standardised data'),
  OPEN_LEARNING_RESOURCES: text('Kho học liệu số mở', 'Open learning resources'),
};
