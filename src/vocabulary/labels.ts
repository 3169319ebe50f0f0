import type { Text } from '../shared/text.js';
import type { Pillar } from './framework.enums.js';
import type { InstitutionGroup, InstitutionKind } from './institution.enums.js';

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

export const KIND_LABELS: Record<InstitutionKind, Text> = {
  PRESCHOOL: text('Trường mầm non', 'Preschool'),
  PRIMARY_SCHOOL: text('Trường tiểu học', 'Primary school'),
  LOWER_SECONDARY_SCHOOL: text('Trường trung học cơ sở', 'Lower secondary school'),
  UPPER_SECONDARY_SCHOOL: text('Trường trung học phổ thông', 'Upper secondary school'),
  MULTI_LEVEL_SCHOOL: text('Trường phổ thông nhiều cấp học', 'Multi-level school'),
  SPECIAL_SCHOOL: text('Trường dành cho người khuyết tật', 'Special school'),
  CONTINUING_EDUCATION_CENTRE: text(
    'Trung tâm giáo dục thường xuyên',
    'Continuing education centre',
  ),
  VOCATIONAL_CENTRE: text('Trung tâm giáo dục nghề nghiệp', 'Vocational centre'),
  VOCATIONAL_SECONDARY_SCHOOL: text('Trường trung cấp', 'Vocational secondary school'),
  COLLEGE: text('Trường cao đẳng', 'College'),
  UNIVERSITY: text('Trường đại học', 'University'),
};

export const PILLAR_LABELS: Record<Pillar, Text> = {
  DIGITAL_GOVERNANCE: text('Mô hình quản trị số', 'Digital governance'),
  DIGITAL_OPERATIONS: text('Hoạt động số', 'Digital operations'),
  STANDARDIZED_DATA: text('Chuẩn hoá dữ liệu số', 'Standardised data'),
  OPEN_LEARNING_RESOURCES: text('Kho học liệu số mở', 'Open learning resources'),
};
