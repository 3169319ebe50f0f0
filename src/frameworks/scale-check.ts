import type { Text } from '../shared/text.js';
import type { Interval, Scale } from './framework-file.js';

/** What is wrong with the intervals of a scale: they have to follow each other from 0 on, without gap or overlap. */
export function scaleProblems({ levels }: Scale): { index: number; text: Text }[] {
  return levels.flatMap((interval, index) => {
    const before = levels[index - 1];
    return [
      ...(before ? joint(before, interval) : bottom(interval)),
      ...inside(interval, index === levels.length - 1),
    ].map((text) => ({ index, text }));
  });
}

function bottom({ from, fromIncluded }: Interval): Text[] {
  if (from === 0 && fromIncluded) return [];
  return [
    {
      vi: `Mức thấp nhất phải bắt đầu từ 0, kể cả 0; ở đây là ${from}${fromIncluded ? '' : ' (không kể)'}.`,
      en: `The lowest level must begin at 0 and include it; it begins ${fromIncluded ? 'at' : 'over'} ${from}.`,
    },
  ];
}

function joint(before: Interval, next: Interval): Text[] {
  const problems: Text[] = [];
  if (next.level <= before.level)
    problems.push({
      vi: `Mức ${next.level} đứng sau mức ${before.level}; hãy xếp từ thấp đến cao.`,
      en: `Level ${next.level} stands after level ${before.level}; list them from the lowest up.`,
    });
  const end = before.to ?? Infinity;
  if (next.from < end || (next.from === end && next.fromIncluded && before.toIncluded))
    problems.push({
      vi: `Chồng lên mức ${before.level} tại ${next.from}.`,
      en: `It overlaps level ${before.level} at ${next.from}.`,
    });
  else if (next.from > end || !(next.fromIncluded || before.toIncluded))
    problems.push({
      vi: `Giữa mức ${before.level} và mức này có khoảng trống từ ${end}: không mức nào chứa ${next.from > end ? 'khoảng đó' : next.from}.`,
      en: `There is a gap from ${end} between level ${before.level} and this one: no level holds ${next.from > end ? 'what is between' : next.from}.`,
    });
  return problems;
}

function inside({ from, fromIncluded, to, toIncluded = false }: Interval, isTop: boolean): Text[] {
  if (to === null)
    return isTop
      ? []
      : [
          {
            vi: 'Chỉ mức cao nhất mới để trống điểm cuối.',
            en: 'Only the highest level may have no end.',
          },
        ];
  if (to > from || (to === from && fromIncluded && toIncluded)) return [];
  return [
    {
      vi: `Khoảng bị ngược hoặc rỗng: từ ${from} đến ${to}.`,
      en: `The interval is reversed or empty: from ${from} to ${to}.`,
    },
  ];
}
