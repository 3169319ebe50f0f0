import type { Pillar } from '../../src/vocabulary/framework.enums.js';
import type { InstitutionGroup } from '../../src/vocabulary/institution.enums.js';

export interface DemoTarget {
  group: InstitutionGroup;
  pillar: Pillar | null;
  year: number;
  percent: number;
}

/** Percentages for the four pillars and for all of them together, by year. */
function targets(
  group: InstitutionGroup,
  year: number,
  each: number,
  together: number,
): DemoTarget[] {
  const pillars: Pillar[] = [
    'DIGITAL_GOVERNANCE',
    'DIGITAL_OPERATIONS',
    'STANDARDIZED_DATA',
    'OPEN_LEARNING_RESOURCES',
  ];
  return [
    ...pillars.map((pillar) => ({ group, pillar, year, percent: each })),
    { group, pillar: null, year, percent: together },
  ];
}

/** Plans made up for the demo: the province's own percentages were not published. */
export const DEMO_PLANS = [
  {
    document: 'MINH-HOA-01',
    titleVi: 'Kế hoạch minh hoạ: chuyển đổi số giáo dục Đắk Nông đến 2025, định hướng 2030',
    titleEn:
      'Illustrative plan: digital transformation of education in Đắk Nông to 2025, orientation 2030',
    issuer: 'edu-dx-hub',
    unit: { code: '67', on: '2024-12-31' },
    recorded: '2022-03-01T00:00:00Z',
    sourceStatus: 'ILLUSTRATIVE' as const,
    targets: [
      ...targets('GENERAL_EDUCATION', 2025, 60, 40),
      ...targets('GENERAL_EDUCATION', 2030, 95, 90),
      ...targets('COLLEGE_AND_VOCATIONAL', 2025, 70, 50),
      ...targets('COLLEGE_AND_VOCATIONAL', 2030, 100, 100),
    ],
  },
  {
    document: 'MINH-HOA-02',
    titleVi: 'Kế hoạch minh hoạ: chuyển đổi số giáo dục Lâm Đồng đến 2030',
    titleEn: 'Illustrative plan: digital transformation of education in Lâm Đồng to 2030',
    issuer: 'edu-dx-hub',
    unit: { code: '68', on: '2025-07-01' },
    recorded: '2025-07-01T00:00:00Z',
    sourceStatus: 'ILLUSTRATIVE' as const,
    targets: [
      ...targets('GENERAL_EDUCATION', 2030, 95, 90),
      ...targets('COLLEGE_AND_VOCATIONAL', 2030, 100, 100),
    ],
  },
];
