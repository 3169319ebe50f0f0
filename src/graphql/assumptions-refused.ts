import { RequestError } from '../shared/errors.js';
import type { Language } from '../shared/text.js';
import { userErrors, type Refusal } from './user-error.js';

/**
 * The refusal of a query whose `assume` is not possible.
 * @param problems all its problems, at least one.
 */
export function assumptionsRefused(problems: readonly Refusal[], language: Language): RequestError {
  const first = problems[0]?.text ?? { vi: '', en: '' };
  return new RequestError(
    'ASSUMPTION_REFUSED',
    {
      vi: `Có ${problems.length} chỗ sai trong assume (xem problems); chỗ đầu tiên: ${first.vi}`,
      en: `assume has ${problems.length} mistake(s), see problems; the first: ${first.en}`,
    },
    { argument: 'assume', problems: userErrors(problems, language) },
  );
}
