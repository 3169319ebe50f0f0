import { RequestError } from '../shared/errors.js';
import type { BreakdownArguments } from './breakdown.arguments.js';

/**
 * Checks the arguments of a breakdown together.
 * @throws RequestError BREAKDOWN_UNCLEAR, BREAKDOWN_TOO_WIDE.
 */
export function checkBreakdown(asked: BreakdownArguments): void {
  const { by, unit, unitKind, knownAt, groups, pillars, indicators, standings, orderBy } = asked;
  if (orderBy && asked.direction)
    throw unclear('direction', {
      vi: 'Khi xếp theo orderBy, hãy nêu chiều trong orderBy.direction và bỏ direction.',
      en: 'When orderBy ranks, say the direction in orderBy.direction, and leave direction out.',
    });
  if (by.length < 1 || by.length > 2 || new Set(by).size < by.length)
    throw unclear('by', {
      vi: 'by phải có một hoặc hai chiều khác nhau.',
      en: 'by takes one dimension, or two different ones.',
    });
  if (unitKind && !by.includes('UNIT'))
    throw unclear('unitKind', {
      vi: 'unitKind chỉ có nghĩa khi by có UNIT.',
      en: 'unitKind means something only when by has UNIT.',
    });
  const isOneLine =
    groups?.length === 1 && (pillars ?? []).length + (indicators ?? []).length === 1;
  if ((standings || orderBy) && !isOneLine)
    throw unclear(orderBy ? 'orderBy' : 'standings', {
      vi: 'Để xếp hạng hoặc lọc theo tình trạng, hãy cho đúng một nhóm trong groups và đúng một trụ cột hoặc chỉ số đo trong pillars hoặc indicators (bốn trụ cột cùng lúc là ALL_FOUR).',
      en: 'To rank or to filter by standing, give exactly one group in groups, and exactly one pillar or indicator in pillars or indicators (all four pillars together are ALL_FOUR).',
    });
  if (knownAt && !unit)
    throw new RequestError(
      'BREAKDOWN_TOO_WIDE',
      {
        vi: 'knownAt phải đếm lại mọi cơ sở, nên chỉ hỏi được cho một đơn vị. Hãy cho unit, hoặc bỏ knownAt.',
        en: 'knownAt counts every institution again, so it is answered for one unit only. Give unit, or leave knownAt out.',
      },
      { argument: 'knownAt' },
    );
}

function unclear(argument: string, text: { vi: string; en: string }): RequestError {
  return new RequestError('BREAKDOWN_UNCLEAR', text, { argument });
}
