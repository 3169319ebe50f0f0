import type { LocalDate } from '../../src/shared/dates.js';
import { InstitutionKind } from '../../src/vocabulary/institution.enums.js';
import { csv } from './files.js';
import type { Framework, Level, Round } from './naive-model.js';

// The tiny country of the naive world: its units before and after the reform, its rounds and rules.

/** The old units end with this day. */
export const LAST_DAY = '2025-06-30';
export const FIRST_DAY = '2025-07-01';
/** The new commune N4 ends again with this day, so that successions chain. */
export const SECOND_LAST_DAY = '2025-12-31';
export const SECOND_FIRST_DAY = '2026-01-01';

type Tier = 'PROVINCE' | 'DISTRICT' | 'COMMUNE';
export type UnitSeed = readonly [key: string, tier: Tier, code: string, above: string | null];

export const OLD_UNITS: readonly UnitSeed[] = [
  ['P1', 'PROVINCE', '01', null],
  ['P2', 'PROVINCE', '02', null],
  ['D1', 'DISTRICT', '001', 'P1'],
  ['D2', 'DISTRICT', '002', 'P1'],
  ['D3', 'DISTRICT', '003', 'P2'],
  ['C1', 'COMMUNE', '00001', 'D1'],
  ['C2', 'COMMUNE', '00002', 'D1'],
  ['C3', 'COMMUNE', '00003', 'D1'],
  ['C4', 'COMMUNE', '00004', 'D2'],
  ['C5', 'COMMUNE', '00005', 'D2'],
  ['C6', 'COMMUNE', '00006', 'D3'],
  ['C7', 'COMMUNE', '00007', 'D3'],
  ['C8', 'COMMUNE', '00008', 'D3'],
];
/** Two of the new communes bear codes of old ones, as happened in 2025. */
export const NEW_UNITS: readonly UnitSeed[] = [
  ['P', 'PROVINCE', '01', null],
  ['N1', 'COMMUNE', '00001', 'P'],
  ['N2', 'COMMUNE', '00006', 'P'],
  ['N3', 'COMMUNE', '00010', 'P'],
  ['N4', 'COMMUNE', '00011', 'P'],
];
export const OLD_COMMUNES = OLD_UNITS.flatMap(([key, tier]) => (tier === 'COMMUNE' ? [key] : []));
export const NEW_COMMUNES = NEW_UNITS.flatMap(([key, tier]) => (tier === 'COMMUNE' ? [key] : []));
export const UNIT_CODES = new Map(
  [...OLD_UNITS, ...NEW_UNITS].map(([key, kind, code]) => [key, { kind, code }]),
);

/** A round is called by a unit and answers for its reference date. */
export const ROUNDS: readonly Round[] = [
  { code: 'R1', unit: 'P1', dueOn: '2024-05-31', referenceDate: '2024-05-31' },
  { code: 'R2', unit: 'P2', dueOn: '2024-06-30', referenceDate: '2024-06-15' },
  { code: 'R3', unit: 'P1', dueOn: '2025-05-31', referenceDate: '2025-05-31' },
];
export const LATER_ROUND: Round = {
  code: 'R4',
  unit: 'P',
  dueOn: '2026-05-31',
  referenceDate: '2026-05-20',
};

const REPORTING_KINDS = Object.values(InstitutionKind).filter(
  (kind) => !['PRESCHOOL', 'SPECIAL_SCHOOL', 'UNIVERSITY'].includes(kind),
);
const without = (...kinds: InstitutionKind[]) =>
  REPORTING_KINDS.filter((kind) => !kinds.includes(kind));
export const FIRST_FRAMEWORK: Framework = {
  validFrom: '2023-01-01',
  kinds: {
    DIGITAL_GOVERNANCE: REPORTING_KINDS,
    DIGITAL_OPERATIONS: REPORTING_KINDS,
    STANDARDIZED_DATA: REPORTING_KINDS,
    OPEN_LEARNING_RESOURCES: without('VOCATIONAL_CENTRE'),
  },
};
export const SECOND_FRAMEWORK: Framework = {
  validFrom: '2026-01-01',
  kinds: { ...FIRST_FRAMEWORK.kinds, STANDARDIZED_DATA: without('COLLEGE', 'PRIMARY_SCHOOL') },
};

export const LEVELS: readonly Level[] = ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'];

/** A file of units, all from the one day to the other. */
export function unitsFile(
  units: readonly UnitSeed[],
  from: LocalDate | null,
  to: LocalDate | null,
): Uint8Array {
  const rows = units.map(([key, kind, code, above]) => {
    const parent = above === null ? '' : UNIT_CODES.get(above)!.code;
    return [kind, code, `Đơn vị ${key}`, parent, from ?? '', to ?? ''].join(',');
  });
  return csv('kind,code,name,parent_code,valid_from,valid_to', ...rows);
}
