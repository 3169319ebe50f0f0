import type { Text } from '../shared/text.js';
import type { Quantity } from './workforce.enums.js';

const meaning = (vi: string, en: string): Text => ({ vi, en });

export const QUANTITY_MEANINGS: Readonly<Record<Quantity, Text>> = {
  TEAM_UNITS: meaning(
    'Số xã, hoặc thôn, phải có tổ.',
    'The communes or hamlets that should have a team.',
  ),
  UNITS_WITH_TEAM: meaning('Trong TEAM_UNITS, số đã có tổ.', 'The TEAM_UNITS that have a team.'),
  TEAM_MEMBERS: meaning('Số thành viên các tổ.', 'The members of the teams.'),
  TEAM_TEACHERS: meaning(
    'Trong TEAM_MEMBERS, số là giáo viên.',
    'The TEAM_MEMBERS who are teachers.',
  ),
  TEAM_MEMBERS_TRAINED: meaning(
    'Trong TEAM_MEMBERS, số đã học xong khoá trực tuyến quốc gia.',
    'The TEAM_MEMBERS who finished the national online course.',
  ),
  AGENCIES: meaning(
    'Số cơ quan phải có cán bộ công nghệ thông tin.',
    'The agencies that should have an IT officer.',
  ),
  AGENCIES_WITH_OFFICER: meaning(
    'Trong AGENCIES, số đã có cán bộ.',
    'The AGENCIES that have an IT officer.',
  ),
  OFFICERS: meaning('Số cán bộ công nghệ thông tin.', 'The IT officers.'),
  OFFICERS_FULL_TIME: meaning(
    'Trong OFFICERS, số chuyên trách.',
    'The OFFICERS who work full time in IT: chuyên trách.',
  ),
  OFFICERS_ASSIGNED: meaning(
    'Trong OFFICERS, số kiêm nhiệm. Cùng với OFFICERS_FULL_TIME là tất cả.',
    'The OFFICERS who do IT beside other work: kiêm nhiệm. Together with OFFICERS_FULL_TIME they are all OFFICERS.',
  ),
  OFFICERS_UNIVERSITY: meaning(
    'Trong OFFICERS, số có trình độ đại học trở lên.',
    'The OFFICERS with a university degree or higher.',
  ),
  OFFICERS_COLLEGE: meaning(
    'Trong OFFICERS, số có trình độ cao đẳng.',
    'The OFFICERS with a college degree.',
  ),
  OFFICERS_OTHER: meaning(
    'Trong OFFICERS, số có trình độ khác hoặc không có bằng. Cùng với hai số trên là tất cả.',
    'The OFFICERS with another degree or none. Together with OFFICERS_UNIVERSITY and OFFICERS_COLLEGE they are all OFFICERS.',
  ),
  CLASSES: meaning(
    'Số lớp đã mở trong thời gian của bản ghi.',
    'The classes that were held in the period of the record.',
  ),
  PARTICIPANTS: meaning(
    'Số người dự các lớp trong CLASSES.',
    'The people who took part in the CLASSES.',
  ),
  TRAINED: meaning(
    'Số người đã được đào tạo về chuyển đổi số.',
    'The people who have been trained for digital transformation.',
  ),
  TO_BE_TRAINED: meaning(
    'Số người thuộc đối tượng, đã đào tạo hay chưa.',
    'All people of the audience, trained or not.',
  ),
  HAS_UNIT: meaning(
    '1 nếu cơ quan có bộ phận chuyển đổi số, 0 nếu không.',
    '1 if the agency has a unit for digital transformation, 0 if not.',
  ),
  HAS_DUTY: meaning(
    '1 nếu cơ quan được giao nhiệm vụ chuyển đổi số, 0 nếu không.',
    '1 if the agency has a duty for digital transformation, 0 if not.',
  ),
};
