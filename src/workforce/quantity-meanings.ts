import type { Text } from '../shared/text.js';
import type { Quantity } from './workforce.enums.js';

/** What each number of a record counts. */
export const QUANTITY_MEANINGS: Readonly<Record<Quantity, Text>> = {
  TEAM_UNITS: {
    vi: 'Số xã, hoặc thôn, phải có tổ.',
    en: 'Communes or hamlets that should have a team.',
  },
  UNITS_WITH_TEAM: {
    vi: 'Trong TEAM_UNITS, số đã có tổ.',
    en: 'Those of TEAM_UNITS that have one.',
  },
  TEAM_MEMBERS: {
    vi: 'Số thành viên các tổ.',
    en: 'People in the teams.',
  },
  TEAM_TEACHERS: {
    vi: 'Trong TEAM_MEMBERS, số là giáo viên.',
    en: 'Teachers among TEAM_MEMBERS.',
  },
  TEAM_MEMBERS_TRAINED: {
    vi: 'Trong TEAM_MEMBERS, số đã học xong khoá trực tuyến quốc gia.',
    en: 'TEAM_MEMBERS who finished the national online course.',
  },
  AGENCIES: {
    vi: 'Số cơ quan phải có cán bộ công nghệ thông tin.',
    en: 'Agencies that should have an IT officer.',
  },
  AGENCIES_WITH_OFFICER: {
    vi: 'Trong AGENCIES, số đã có cán bộ.',
    en: 'Those of AGENCIES that have one.',
  },
  OFFICERS: {
    vi: 'Số cán bộ công nghệ thông tin.',
    en: 'IT officers.',
  },
  OFFICERS_FULL_TIME: {
    vi: 'Trong OFFICERS, số chuyên trách.',
    en: 'OFFICERS who do nothing else: chuyên trách.',
  },
  OFFICERS_ASSIGNED: {
    vi: 'Trong OFFICERS, số kiêm nhiệm. Cùng với OFFICERS_FULL_TIME là tất cả.',
    en: 'OFFICERS who do it beside other work: kiêm nhiệm. With OFFICERS_FULL_TIME all.',
  },
  OFFICERS_UNIVERSITY: {
    vi: 'Trong OFFICERS, số có trình độ đại học trở lên.',
    en: 'OFFICERS with a university degree.',
  },
  OFFICERS_COLLEGE: {
    vi: 'Trong OFFICERS, số có trình độ cao đẳng.',
    en: 'OFFICERS with a college degree.',
  },
  OFFICERS_OTHER: {
    vi: 'Trong OFFICERS, số có trình độ khác hoặc không có bằng. Cùng với hai số trên là tất cả.',
    en: 'OFFICERS with another or no degree. With the two before all.',
  },
  CLASSES: {
    vi: 'Số lớp đã mở trong thời gian của bản ghi.',
    en: 'Classes that were held in the span of the record.',
  },
  PARTICIPANTS: {
    vi: 'Số người dự các lớp trong CLASSES.',
    en: 'People who took part in CLASSES.',
  },
  TRAINED: {
    vi: 'Số người đã được đào tạo về chuyển đổi số.',
    en: 'People who have been trained for digital transformation.',
  },
  TO_BE_TRAINED: {
    vi: 'Số người thuộc đối tượng, đã đào tạo hay chưa.',
    en: 'People of the audience, trained or not.',
  },
  HAS_UNIT: {
    vi: '1 nếu cơ quan có bộ phận chuyển đổi số, 0 nếu không.',
    en: '1 when the agency has a unit for it, 0 when not.',
  },
  HAS_DUTY: {
    vi: '1 nếu cơ quan được giao nhiệm vụ chuyển đổi số, 0 nếu không.',
    en: '1 when the agency has the duty, 0 when not.',
  },
};
