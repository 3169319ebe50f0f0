import type { Text } from '../shared/text.js';
import type { Quantity } from './workforce.enums.js';

const meaning = (vi: string, en: string): Text => ({ vi, en });

/** What each number of a record counts. */
export const QUANTITY_MEANINGS: Readonly<Record<Quantity, Text>> = {
  TEAM_UNITS: meaning(
    'Số xã, hoặc thôn, phải có tổ.',
    'Communes or hamlets that should have a team.',
  ),
  UNITS_WITH_TEAM: meaning('Trong TEAM_UNITS, số đã có tổ.', 'Those of TEAM_UNITS that have one.'),
  TEAM_MEMBERS: meaning('Số thành viên các tổ.', 'People in the teams.'),
  TEAM_TEACHERS: meaning('Trong TEAM_MEMBERS, số là giáo viên.', 'Teachers among TEAM_MEMBERS.'),
  TEAM_MEMBERS_TRAINED: meaning(
    'Trong TEAM_MEMBERS, số đã học xong khoá trực tuyến quốc gia.',
    'TEAM_MEMBERS who finished the national online course.',
  ),
  AGENCIES: meaning(
    'Số cơ quan phải có cán bộ công nghệ thông tin.',
    'Agencies that should have an IT officer.',
  ),
  AGENCIES_WITH_OFFICER: meaning(
    'Trong AGENCIES, số đã có cán bộ.',
    'Those of AGENCIES that have one.',
  ),
  OFFICERS: meaning('Số cán bộ công nghệ thông tin.', 'IT officers.'),
  OFFICERS_FULL_TIME: meaning(
    'Trong OFFICERS, số chuyên trách.',
    'OFFICERS who do nothing else: chuyên trách.',
  ),
  OFFICERS_ASSIGNED: meaning(
    'Trong OFFICERS, số kiêm nhiệm. Cùng với OFFICERS_FULL_TIME là tất cả.',
    'OFFICERS who do it beside other work: kiêm nhiệm. With OFFICERS_FULL_TIME all.',
  ),
  OFFICERS_UNIVERSITY: meaning(
    'Trong OFFICERS, số có trình độ đại học trở lên.',
    'OFFICERS with a university degree.',
  ),
  OFFICERS_COLLEGE: meaning(
    'Trong OFFICERS, số có trình độ cao đẳng.',
    'OFFICERS with a college degree.',
  ),
  OFFICERS_OTHER: meaning(
    'Trong OFFICERS, số có trình độ khác hoặc không có bằng. Cùng với hai số trên là tất cả.',
    'OFFICERS with another or no degree. With the two before all.',
  ),
  CLASSES: meaning(
    'Số lớp đã mở trong thời gian của bản ghi.',
    'Classes that were held in the span of the record.',
  ),
  PARTICIPANTS: meaning('Số người dự các lớp trong CLASSES.', 'People who took part in CLASSES.'),
  TRAINED: meaning(
    'Số người đã được đào tạo về chuyển đổi số.',
    'People who have been trained for digital transformation.',
  ),
  TO_BE_TRAINED: meaning(
    'Số người thuộc đối tượng, đã đào tạo hay chưa.',
    'People of the audience, trained or not.',
  ),
  HAS_UNIT: meaning(
    '1 nếu cơ quan có bộ phận chuyển đổi số, 0 nếu không.',
    '1 when the agency has a unit for it, 0 when not.',
  ),
  HAS_DUTY: meaning(
    '1 nếu cơ quan được giao nhiệm vụ chuyển đổi số, 0 nếu không.',
    '1 when the agency has the duty, 0 when not.',
  ),
};
