import type { Text } from '../shared/text.js';
import { UNIT_KIND_LABELS } from '../vocabulary/labels.js';
import type { Audience, RecordKind, Tier } from './workforce.enums.js';

const text = (vi: string, en: string): Text => ({ vi, en });

export const RECORD_KIND_LABELS: Record<RecordKind, Text> = {
  COMMUNITY_TEAMS: text('Tổ công nghệ số cộng đồng', 'Community digital teams'),
  IT_OFFICERS: text('Cán bộ công nghệ thông tin', 'IT officers'),
  TRAINING_CLASSES: text('Lớp tập huấn', 'Training classes'),
  TRAINED_PEOPLE: text('Người được tập huấn', 'Trained people'),
  MANDATES: text('Nhiệm vụ được giao', 'Mandates'),
};

export const TIER_LABELS: Record<Tier, Text> = {
  ...UNIT_KIND_LABELS,
  HAMLET: text('Thôn, tổ dân phố', 'Hamlet'),
};

export const AUDIENCE_LABELS: Record<Audience, Text> = {
  LEADERS: text('Lãnh đạo', 'Leaders'),
  OFFICIALS: text('Công chức, viên chức', 'Officials'),
  TEACHERS: text('Giáo viên', 'Teachers'),
  STUDENTS: text('Học sinh, sinh viên', 'Students'),
  COMMUNITY_TEAMS: RECORD_KIND_LABELS.COMMUNITY_TEAMS,
  PEOPLE: text('Người dân', 'People'),
};
