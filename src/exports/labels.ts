import type { PillarStage } from '../frameworks/framework.enums.js';
import type { InstitutionGroup, InstitutionKind } from '../institutions/institution.enums.js';
import type { ProgressSubject } from '../progress/observe.js';
import type { Observation } from '../progress/progress.enums.js';
import type { Text } from '../shared/text.js';
import type { Measure } from './progress-record.js';

/** What names of the graph are called in a table for people. */
export const GROUP_LABELS: Record<InstitutionGroup, Text> = {
  GENERAL_EDUCATION: {
    vi: 'Cơ sở giáo dục phổ thông và thường xuyên',
    en: 'Schools and continuing education',
  },
  COLLEGE_AND_VOCATIONAL: {
    vi: 'Trường cao đẳng và cơ sở giáo dục nghề nghiệp',
    en: 'Colleges and vocational institutions',
  },
};

export const SUBJECT_LABELS: Record<ProgressSubject, Text> = {
  DIGITAL_GOVERNANCE: { vi: 'Mô hình quản trị số', en: 'Digital governance' },
  DIGITAL_OPERATIONS: { vi: 'Hoạt động số', en: 'Digital operations' },
  STANDARDIZED_DATA: { vi: 'Chuẩn hoá dữ liệu số', en: 'Standardised data' },
  OPEN_LEARNING_RESOURCES: { vi: 'Kho học liệu số mở', en: 'Open learning resources' },
  ALL_FOUR: { vi: 'Cả bốn trụ cột', en: 'All four together' },
};

export const KIND_LABELS: Record<InstitutionKind, Text> = {
  PRIMARY_SCHOOL: { vi: 'Trường tiểu học', en: 'Primary school' },
  LOWER_SECONDARY_SCHOOL: { vi: 'Trường trung học cơ sở', en: 'Lower secondary school' },
  UPPER_SECONDARY_SCHOOL: { vi: 'Trường trung học phổ thông', en: 'Upper secondary school' },
  MULTI_LEVEL_SCHOOL: { vi: 'Trường phổ thông nhiều cấp học', en: 'Multi-level school' },
  CONTINUING_EDUCATION_CENTRE: {
    vi: 'Trung tâm giáo dục thường xuyên',
    en: 'Continuing education centre',
  },
  VOCATIONAL_CENTRE: { vi: 'Trung tâm giáo dục nghề nghiệp', en: 'Vocational centre' },
  VOCATIONAL_SECONDARY_SCHOOL: { vi: 'Trường trung cấp', en: 'Vocational secondary school' },
  COLLEGE: { vi: 'Trường cao đẳng', en: 'College' },
  UNIVERSITY: { vi: 'Trường đại học', en: 'University' },
};

export const STAGE_LABELS: Record<PillarStage, Text> = {
  NOT_STARTED: { vi: 'Chưa bắt đầu', en: 'Not started' },
  IN_PROGRESS: { vi: 'Đang thực hiện', en: 'In progress' },
  COMPLETED: { vi: 'Hoàn thành', en: 'Completed' },
};

export const OBSERVATION_LABELS: Record<Observation, Text> = {
  REPORTED: { vi: 'Đã báo cáo', en: 'Reported' },
  IN_REVIEW: { vi: 'Đang được xét duyệt', en: 'In review' },
  RETURNED: { vi: 'Bị trả lại', en: 'Returned' },
  NOT_REPORTED: { vi: 'Chưa báo cáo', en: 'Not reported' },
  NOT_YET_DUE: { vi: 'Chưa đến hạn', en: 'Not yet due' },
  NOT_APPLICABLE: { vi: 'Không áp dụng', en: 'Not applicable' },
};

export const MEASURE_LABELS: Record<Measure, Text> = {
  denominator: { vi: 'Số cơ sở (mẫu số)', en: 'Institutions (denominator)' },
  numerator: { vi: 'Số cơ sở hoàn thành (tử số)', en: 'Completed (numerator)' },
  reported: { vi: 'Đã có báo cáo được duyệt', en: 'Reported' },
  in_review: { vi: 'Đang được xét duyệt', en: 'In review' },
  not_reported: { vi: 'Chưa báo cáo', en: 'Not reported' },
  carried_forward: {
    vi: 'Theo báo cáo của đợt trước',
    en: 'Carried forward from an earlier round',
  },
  not_applicable: { vi: 'Không áp dụng', en: 'Not applicable' },
  percent: { vi: 'Tỉ lệ chính thức (thấp nhất)', en: 'Official percentage (the least)' },
  percent_of_reported: { vi: 'Tỉ lệ trên số đã báo cáo', en: 'Percentage of those that reported' },
  upper_percent: { vi: 'Tỉ lệ cao nhất có thể', en: 'Percentage at most' },
  coverage_percent: { vi: 'Tỉ lệ cơ sở đã báo cáo', en: 'Coverage: percentage that reported' },
};
