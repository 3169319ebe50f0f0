const answersOf = (criteria, values) => criteria.map((criterion) => ({ criterion, ...values }));

/** Answers to the four pillars that complete each of them for an upper-secondary school. */
export const ANSWERS = [
  ...answersOf(['G1', 'G2', 'G5', 'O1', 'O5', 'O7', 'D4', 'D5', 'R1', 'R5'], { value: 1 }),
  ...answersOf(['G3', 'G6', 'O4', 'D3', 'R4'], { value: 3 }),
  ...answersOf(['G4', 'O2', 'O6', 'D1', 'D2', 'R2', 'R3'], { value: 38, total: 40 }),
];

/** The criteria among them that are met only with evidence. */
export const NEED_EVIDENCE = ['G1', 'G2', 'G5', 'O1', 'D4', 'R1', 'R5'];
