import type { AnswerKind, Pillar } from '../../src/vocabulary/framework.enums.js';
import { COUNTED_KINDS, type InstitutionKind } from '../../src/vocabulary/institution.enums.js';

export interface CriterionSeed {
  pillar: Pillar;
  code: string;
  textVi: string;
  textEn: string;
  answerKind: AnswerKind;
  levels: number | null;
  maxPoints: number;
  required: boolean;
  minimum: number;
  evidenceRequired: boolean;
  kinds: InstitutionKind[];
}

/** The framework of this hub, written for it; no authority has issued it. */
export const FOUR_PILLAR = {
  code: 'four-pillar',
  version: 1,
  nameVi: 'Bộ tiêu chí bốn trụ cột, phiên bản 1',
  nameEn: 'Four-pillar framework, version 1',
  validFrom: '2022-01-01',
  validTo: null,
  thresholdPercent: 80,
  source: 'Written for edu-dx-hub; not issued by any authority',
  sourceStatus: 'ILLUSTRATIVE',
} as const;

const ALL = COUNTED_KINDS;
const SCHOOLS = ALL.filter(
  (kind) => kind.endsWith('SCHOOL') && kind !== 'VOCATIONAL_SECONDARY_SCHOOL',
);
const ADULTS: InstitutionKind[] = [
  'CONTINUING_EDUCATION_CENTRE',
  'VOCATIONAL_CENTRE',
  'VOCATIONAL_SECONDARY_SCHOOL',
  'COLLEGE',
];
// Vocational centres teach with the materials of the institutions they work for.
const PUBLISHERS = ALL.filter((kind) => kind !== 'VOCATIONAL_CENTRE');

interface Options {
  kinds?: InstitutionKind[];
  required?: boolean;
  evidence?: boolean;
  levels?: number;
  /** What a required answer must reach: a level or a percentage. */
  minimum?: number;
}

function ask(
  pillar: Pillar,
  code: string,
  answerKind: AnswerKind,
  maxPoints: number,
  textVi: string,
  textEn: string,
  options: Options = {},
): CriterionSeed {
  const { kinds = ALL, required = false, evidence = false } = options;
  const levels = answerKind === 'LEVEL' ? (options.levels ?? 3) : null;
  const minimum = options.minimum ?? (required ? 1 : 0);
  return {
    pillar,
    code,
    textVi,
    textEn,
    answerKind,
    levels,
    maxPoints,
    required,
    minimum,
    evidenceRequired: evidence,
    kinds,
  };
}

type Question = Parameters<typeof ask> extends [Pillar, ...infer Rest] ? Rest : never;
const governance = (...question: Question) => ask('DIGITAL_GOVERNANCE', ...question);
const operations = (...question: Question) => ask('DIGITAL_OPERATIONS', ...question);
const data = (...question: Question) => ask('STANDARDIZED_DATA', ...question);
const resources = (...question: Question) => ask('OPEN_LEARNING_RESOURCES', ...question);

export const FOUR_PILLAR_CRITERIA: readonly CriterionSeed[] = [
  governance(
    'G1',
    'YES_NO',
    15,
    'Có kế hoạch chuyển đổi số của năm, do người đứng đầu ban hành',
    'The head has issued this year’s digital transformation plan',
    { required: true, evidence: true },
  ),
  governance(
    'G2',
    'YES_NO',
    10,
    'Có tổ hoặc người phụ trách chuyển đổi số, được giao việc bằng văn bản',
    'A team or person is charged with digital transformation in writing',
    { required: true, evidence: true },
  ),
  governance(
    'G3',
    'LEVEL',
    20,
    'Văn bản điều hành được xử lý trên môi trường số (0: giấy; 1: một phần; 2: phần lớn; 3: toàn bộ, có ký số)',
    'Administrative documents are handled digitally (0: paper; 1: in part; 2: mostly; 3: all, signed digitally)',
  ),
  governance(
    'G4',
    'SHARE',
    20,
    'Cán bộ quản lý đã được bồi dưỡng về quản trị số, trên tổng số cán bộ quản lý',
    'Managers trained in digital governance, of all managers',
    { required: true, minimum: 50 },
  ),
  governance(
    'G5',
    'YES_NO',
    15,
    'Có quy chế an toàn thông tin và bảo vệ dữ liệu cá nhân',
    'Rules for information security and personal data are in force',
    { evidence: true },
  ),
  governance(
    'G6',
    'LEVEL',
    20,
    'Kết quả chuyển đổi số được theo dõi và công khai (0: không; 1: hằng năm; 2: hằng học kỳ; 3: hằng quý)',
    'Results are tracked and made public (0: no; 1: yearly; 2: each term; 3: quarterly)',
  ),

  operations(
    'O1',
    'YES_NO',
    15,
    'Dùng phần mềm quản lý người học cho mọi lớp',
    'Management software is used for learners of all classes',
    { required: true, evidence: true },
  ),
  operations(
    'O2',
    'SHARE',
    20,
    'Lớp có sổ điểm và học bạ điện tử, trên tổng số lớp',
    'Classes with electronic mark books and records, of all classes',
    { kinds: SCHOOLS, required: true, minimum: 80 },
  ),
  operations(
    'O3',
    'SHARE',
    20,
    'Môn học, mô đun có kế hoạch và kết quả quản lý trên phần mềm, trên tổng số',
    'Subjects and modules planned and recorded in software, of all',
    { kinds: ADULTS, required: true, minimum: 80 },
  ),
  operations(
    'O4',
    'LEVEL',
    15,
    'Liên lạc với gia đình, người học qua kênh số (0: không; 1: thông báo; 2: hai chiều; 3: gồm cả dịch vụ)',
    'Digital contact with families and learners (0: none; 1: notices; 2: both ways; 3: services too)',
  ),
  operations(
    'O5',
    'YES_NO',
    15,
    'Thu các khoản không dùng tiền mặt',
    'Fees can be paid without cash',
  ),
  operations(
    'O6',
    'SHARE',
    20,
    'Giáo viên dùng thiết bị và phần mềm số trong dạy học hằng tuần, trên tổng số giáo viên',
    'Teachers who use digital devices and software weekly, of all teachers',
    { required: true, minimum: 50 },
  ),
  operations('O7', 'YES_NO', 15, 'Tuyển sinh trực tuyến', 'Admission is online'),

  data(
    'D1',
    'SHARE',
    25,
    'Người học có hồ sơ số với mã định danh, trên tổng số người học',
    'Learners with a digital record and identifier, of all learners',
    { required: true, minimum: 90 },
  ),
  data(
    'D2',
    'SHARE',
    20,
    'Giáo viên, nhân viên có hồ sơ số với mã định danh, trên tổng số',
    'Staff with a digital record and identifier, of all staff',
    { required: true, minimum: 90 },
  ),
  data(
    'D3',
    'LEVEL',
    20,
    'Dữ liệu theo danh mục và chuẩn của ngành (0: không; 1: một phần; 2: đủ; 3: đủ và được kiểm tra)',
    'Data follows the sector’s catalogues and standards (0: no; 1: in part; 2: fully; 3: fully and checked)',
    { required: true, minimum: 1 },
  ),
  data(
    'D4',
    'YES_NO',
    20,
    'Cập nhật cơ sở dữ liệu ngành đúng hạn trong hai kỳ gần nhất',
    'The sector database was updated on time in the last two terms',
    { evidence: true },
  ),
  data(
    'D5',
    'YES_NO',
    15,
    'Cơ sở vật chất được quản lý bằng hồ sơ số',
    'Facilities are managed by digital records',
  ),

  resources(
    'R1',
    'YES_NO',
    15,
    'Có kho học liệu số mà người học truy cập được',
    'A repository of digital learning resources is open to learners',
    { kinds: PUBLISHERS, required: true, evidence: true },
  ),
  resources(
    'R2',
    'SHARE',
    25,
    'Môn học có học liệu số đã được duyệt, trên tổng số môn học',
    'Subjects with approved digital resources, of all subjects',
    { kinds: PUBLISHERS, required: true, minimum: 50 },
  ),
  resources(
    'R3',
    'SHARE',
    20,
    'Giáo viên đóng góp học liệu trong năm, trên tổng số giáo viên',
    'Teachers who contributed resources this year, of all teachers',
    { kinds: PUBLISHERS },
  ),
  resources(
    'R4',
    'LEVEL',
    20,
    'Học liệu được chia sẻ mở (0: không; 1: trong trường; 2: trong ngành; 3: giấy phép mở)',
    'Resources are shared (0: no; 1: inside; 2: in the sector; 3: under an open licence)',
    { kinds: PUBLISHERS },
  ),
  resources(
    'R5',
    'YES_NO',
    20,
    'Có quy trình thẩm định học liệu',
    'Resources go through a review process',
    { kinds: PUBLISHERS, evidence: true },
  ),
];
