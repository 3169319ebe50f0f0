import type { AllAttributes } from '../../src/institutions/facts.js';
import type { InstitutionRecord } from '../../src/institutions/institution-record.queries.js';
import { BEFORE_RECORDS } from '../../src/shared/dates.js';
import type { UnitIndex } from '../../src/units/unit-index.queries.js';
import type { EducationLevel, InstitutionKind } from '../../src/vocabulary/institution.enums.js';
import { UPPER_SECONDARY_SCHOOLS } from './schools.js';
import { DISTRICTS, OLD_COMMUNES } from './units.js';

/** What the demo's institutions have in common: the hub gives their codes. */
function institution(
  code: string,
  name: string,
  kind: InstitutionKind,
  levels: EducationLevel[],
  unitId: number,
  rest: Partial<AllAttributes> = {},
): InstitutionRecord {
  const openedOn = rest.openedOn ?? null;
  return {
    code: { system: 'HUB', code, from: openedOn, replaces: null },
    begin: openedOn ?? BEFORE_RECORDS,
    statements: [
      {
        on: openedOn,
        corrects: false,
        says: {
          name,
          kind,
          levels,
          ownership: 'PUBLIC',
          sourceStatus: 'ILLUSTRATIVE',
          unitId,
          openedOn,
          ...rest,
        },
      },
    ],
  };
}

/** The real upper-secondary schools and the community college. */
export function realInstitutions(units: UnitIndex): InstitutionRecord[] {
  const place = (code: string) => units.named(code, null)[0]!.id;
  const schools = UPPER_SECONDARY_SCHOOLS.map(({ name, levels, special, district }, index) =>
    institution(
      `DN-THPT-${String(index + 1).padStart(2, '0')}`,
      name,
      levels === 'U' ? 'UPPER_SECONDARY_SCHOOL' : 'MULTI_LEVEL_SCHOOL',
      levels === 'U' ? ['UPPER_SECONDARY'] : ['LOWER_SECONDARY', 'UPPER_SECONDARY'],
      place(district ?? '67'),
      { specialStatus: special ?? null, sourceStatus: 'CONFIRMED' },
    ),
  );
  const college = institution(
    'DN-CD-01',
    'Trường Cao đẳng Cộng đồng Đắk Nông',
    'COLLEGE',
    ['COLLEGE', 'VOCATIONAL'],
    place('67'),
    { sourceStatus: 'CONFIRMED' },
  );
  return [...schools, college];
}

/** Some three hundred further institutions over all communes and kinds, made up and named so. */
export function illustrativeInstitutions(units: UnitIndex): InstitutionRecord[] {
  const records: InstitutionRecord[] = [];
  const place = (code: string) => units.named(code, null)[0]!.id;
  const add = (
    prefix: string,
    name: string,
    kind: InstitutionKind,
    levels: EducationLevel[],
    unit: string,
    rest?: Partial<AllAttributes>,
  ) => {
    const code = `${prefix}-${String(records.length + 1).padStart(3, '0')}`;
    records.push(institution(code, `${name} (minh hoạ)`, kind, levels, place(unit), rest));
  };
  OLD_COMMUNES.forEach(([code, fullName, , district], index) => {
    const name = fullName.replace(/^(Phường|Xã|Thị trấn) /, '');
    add('MH-TH', `Tiểu học ${name} 1`, 'PRIMARY_SCHOOL', ['PRIMARY'], code);
    add('MH-TH', `Tiểu học ${name} 2`, 'PRIMARY_SCHOOL', ['PRIMARY'], code, opening(index));
    add(
      'MH-CS',
      `THCS ${name}`,
      'LOWER_SECONDARY_SCHOOL',
      ['LOWER_SECONDARY'],
      code,
      closing(index),
    );
    if (index % 10 !== 9)
      add(
        'MH-LC',
        `Tiểu học và THCS ${name}`,
        'MULTI_LEVEL_SCHOOL',
        ['PRIMARY', 'LOWER_SECONDARY'],
        code,
        index % 8 === 0 ? { ownership: 'PRIVATE' } : {},
      );
    const seat = OLD_COMMUNES.find((commune) => commune[3] === district)!;
    if (seat[0] === code) addCentres(add, code, DISTRICTS.find(([of]) => of === district)![1]);
  });
  return records;
}

function addCentres(
  add: (
    prefix: string,
    name: string,
    kind: InstitutionKind,
    levels: EducationLevel[],
    unit: string,
    rest?: Partial<AllAttributes>,
  ) => void,
  unit: string,
  district: string,
): void {
  const name = district.replace(/^(Thành phố|Huyện) /, '');
  add('MH-TX', `Trung tâm GDTX ${name}`, 'CONTINUING_EDUCATION_CENTRE', ['CONTINUING'], unit);
  add('MH-NN', `Trung tâm GDNN ${name}`, 'VOCATIONAL_CENTRE', ['VOCATIONAL'], unit);
  add('MH-TC', `Trung cấp nghề ${name}`, 'VOCATIONAL_SECONDARY_SCHOOL', ['VOCATIONAL'], unit, {
    ownership: 'PRIVATE',
  });
}

/** Every twelfth second primary school opens while the story runs. */
function opening(index: number): Partial<AllAttributes> {
  return index % 12 === 5 ? { openedOn: '2023-09-05' } : {};
}

/** A few lower secondary schools close, as schools are merged. */
function closing(index: number): Partial<AllAttributes> {
  return index % 18 === 7 ? { closedOn: '2024-07-31' } : {};
}
