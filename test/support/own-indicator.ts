/** An indicator of the hub's own, for schools: the first two pillars. */
export const OWN_INDICATOR = {
  code: 'two-first',
  nameVi: 'Hai trụ cột đầu',
  nameEn: 'The first two pillars',
  group: 'GENERAL_EDUCATION' as const,
  kinds: null,
  parts: ['DIGITAL_GOVERNANCE', 'DIGITAL_OPERATIONS'],
};
