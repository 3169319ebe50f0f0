import type { FileProblem, FrameworkFile } from './framework-file.js';

/** What is named twice, and codes that people would take for one. */
export function repetitions(file: FrameworkFile): FileProblem[] {
  const lists = ['scales', 'sections', 'questions', 'criteria', 'newIndicators'] as const;
  return [
    ...lists.flatMap((list) => twice(list, codesOf(file[list]))),
    ...twice(
      'indicators',
      file.indicators.map(({ indicator }) => indicator),
    ),
    ...twice('kinds', file.kinds),
    ...file.criteria.flatMap(({ kinds = [] }, index) => twice(`criteria.${index}.kinds`, kinds)),
    ...file.newIndicators.flatMap(({ kinds = [], parts = [] }, index) => [
      ...twice(`newIndicators.${index}.kinds`, kinds),
      ...twice(`newIndicators.${index}.parts`, parts),
    ]),
    ...(file.level?.rule === 'LOWEST_SECTION' ? twice('level.sections', file.level.sections) : []),
  ];
}

function codesOf(list: readonly { code: string }[]): string[] {
  return list.map(({ code }) => code);
}

function twice(path: string, codes: readonly string[]): FileProblem[] {
  const first = new Map<string, string>();
  return codes.flatMap((code, index) => {
    const alike = code.normalize('NFKC').toLowerCase();
    const before = first.get(alike);
    if (before === undefined) first.set(alike, code);
    if (before === undefined) return [];
    const text =
      before === code
        ? { vi: `Mã ${code} có hai lần.`, en: `The code ${code} stands twice.` }
        : {
            vi: `Mã ${code} chỉ khác mã ${before} ở chữ hoa, chữ thường hoặc kiểu chữ. Hãy đặt mã khác.`,
            en: `The code ${code} differs from ${before} in capitals or the form of letters only. Choose another one.`,
          };
    return [{ path: `${path}.${index}`, text }];
  });
}
