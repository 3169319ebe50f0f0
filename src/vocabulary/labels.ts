import type { Text } from '../shared/text.js';
import type { Pillar } from './framework.enums.js';
import type {
  EducationLevel,
  InstitutionGroup,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from './institution.enums.js';
import type { SourceStatus } from './source-status.js';
import type { SuccessionExtent, UnitKind } from './unit.enums.js';

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

export const LEVEL_LABELS: Record<EducationLevel, Text> = {
  PRESCHOOL: text('Mầm non', 'Preschool'),
  PRIMARY: text('Tiểu học', 'Primary'),
  LOWER_SECONDARY: text('Trung học cơ sở', 'Lower secondary'),
  UPPER_SECONDARY: text('Trung học phổ thông', 'Upper secondary'),
  CONTINUING: text('Giáo dục thường xuyên', 'Continuing education'),
  VOCATIONAL: text('Sơ cấp, trung cấp nghề', 'Vocational'),
  COLLEGE: text('Cao đẳng', 'College'),
  UNIVERSITY: text('Đại học', 'University'),
};

export const OWNERSHIP_LABELS: Record<Ownership, Text> = {
  PUBLIC: text('Công lập', 'Public'),
  PRIVATE: text('Ngoài công lập', 'Private'),
};

export const SPECIAL_STATUS_LABELS: Record<SpecialStatus, Text> = {
  ETHNIC_BOARDING: text('Phổ thông dân tộc nội trú', 'Boarding school for ethnic minorities'),
  SPECIALISED: text('Trường chuyên', 'Specialised school'),
};

export const SOURCE_STATUS_LABELS: Record<SourceStatus, Text> = {
  CONFIRMED: text('Đã xác nhận', 'Confirmed'),
  UNCONFIRMED: text('Chưa xác nhận', 'Unconfirmed'),
  ILLUSTRATIVE: text('Minh hoạ', 'Illustrative'),
};

export const UNIT_KIND_LABELS: Record<UnitKind, Text> = {
  PROVINCE: text('Tỉnh', 'Province'),
  DISTRICT: text('Huyện', 'District'),
  COMMUNE: text('Xã', 'Commune'),
};

export const EXTENT_LABELS: Record<SuccessionExtent, Text> = {
  WHOLE: text('Toàn bộ', 'Whole'),
  PART: text('Một phần', 'Part'),
};

export const PILLAR_LABELS: Record<Pillar, Text> = {
  DIGITAL_GOVERNANCE: text('Mô hình quản trị số', 'Digital governance'),
  DIGITAL_OPERATIONS: text('Hoạt động số', 'Digital operations'),
  STANDARDIZED_DATA: text('Chuẩn hoá dữ liệu số', 'Standardised data'),
  OPEN_LEARNING_RESOURCES: text('Kho học liệu số mở', 'Open learning resources'),
};
