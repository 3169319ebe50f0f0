import type { CommonIndicator } from '../indicators/indicator.js';
import type { Observation } from '../progress/progress.enums.js';
import type { Text } from '../shared/text.js';
import type { PillarStage } from '../vocabulary/framework.enums.js';
import { PILLAR_LABELS } from '../vocabulary/labels.js';
import type { Measure } from './measures.js';
import type { TargetMeasure } from './target-columns.js';

const text = (vi: string, en: string): Text => ({ vi, en });

export const SUBJECT_LABELS: Record<CommonIndicator, Text> = {
  ...PILLAR_LABELS,
  ALL_FOUR: text('Cả bốn trụ cột', 'All four together'),
};

export const STAGE_LABELS: Record<PillarStage, Text> = {
  NOT_STARTED: text('Chưa bắt đầu', 'Not started'),
  IN_PROGRESS: text('Đang thực hiện', 'In progress'),
  COMPLETED: text('Hoàn thành', 'Completed'),
};

export const OBSERVATION_LABELS: Record<Observation, Text> = {
  REPORTED: text('Đã báo cáo', 'Reported'),
  IN_REVIEW: text('Đang được xét duyệt', 'In review'),
  RETURNED: text('Bị trả lại', 'Returned'),
  NOT_REPORTED: text('Chưa báo cáo', 'Not reported'),
  NOT_YET_DUE: text('Chưa đến hạn', 'Not yet due'),
  NOT_APPLICABLE: text('Không áp dụng', 'Not applicable'),
};

export const MEASURE_LABELS: Record<Measure, Text> = {
  denominator: text('Số cơ sở (mẫu số)', 'Institutions (denominator)'),
  numerator: text('Số cơ sở hoàn thành (tử số)', 'Completed (numerator)'),
  reported: text('Đã có báo cáo được duyệt', 'Reported'),
  in_review: text('Đang được xét duyệt', 'In review'),
  not_reported: text('Chưa báo cáo', 'Not reported'),
  carried_forward: text('Theo báo cáo của đợt trước', 'Carried forward from an earlier round'),
  not_applicable: text('Không áp dụng', 'Not applicable'),
  percent: text('Tỷ lệ chính thức (thấp nhất)', 'Official percentage (the least)'),
  percent_of_reported: text('Tỷ lệ trên số đã báo cáo', 'Percentage of those that reported'),
  upper_percent: text('Tỷ lệ cao nhất có thể', 'Percentage at most'),
  coverage_percent: text('Tỷ lệ cơ sở đã báo cáo', 'Coverage: percentage that reported'),
};

/** The labels of a target's measures; the year is added to them. */
export const TARGET_LABELS: Record<TargetMeasure, Text> = {
  percent: text('Chỉ tiêu', 'Target'),
  gap_points: text('Còn cách chỉ tiêu', 'Gap to the target'),
  institutions_to_go: text('Số cơ sở còn phải hoàn thành', 'Institutions still to complete'),
  expected_percent: text('Tỷ lệ theo lộ trình thẳng', 'Percentage on the straight path'),
  pace_per_year: text('Tốc độ mỗi năm', 'Pace a year'),
  required_pace_per_year: text('Tốc độ cần có mỗi năm', 'Required pace a year'),
};

export const PERCENT: Text = text('%', '%');
export const POINTS: Text = text('điểm phần trăm', 'percentage points');
