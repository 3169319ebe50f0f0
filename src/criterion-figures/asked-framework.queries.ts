import type { Moment } from '../counts/facts.js';
import { frameworksInForce, type FrameworkFact } from '../counts/rules.js';
import { loadRules } from '../counts/rules.queries.js';
import { loadFramework, type FrameworkRow } from '../frameworks/framework.queries.js';
import { fromGlobalId } from '../graphql/node.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';

/** A version of a framework, and the row ids of all its versions. */
export interface AskedFramework {
  framework: FrameworkRow;
  versionIds: number[];
}

/**
 * The version with an id, or the one of a code that was in force on a date.
 * @throws RequestError FRAMEWORK_UNKNOWN or FRAMEWORK_NOT_IN_FORCE.
 */
export async function askedFramework(
  context: Context,
  asked: string,
  asOf: LocalDate,
  knownAt: Moment,
): Promise<AskedFramework> {
  const { frameworks } = await loadRules(context);
  const id = fromGlobalId('Framework', asked);
  const named = frameworks.find((each) => each.id === id);
  const versions = frameworks.filter(({ code }) => code === (named?.code ?? asked));
  if (versions.length === 0) throw unknown(asked, frameworks);
  const inForce = named ?? frameworksInForce(versions, asOf, knownAt)[0];
  if (!inForce) throw notInForce(asked, asOf, versions);
  const framework = await loadFramework.required(context, inForce.id);
  return { framework, versionIds: [...new Set(versions.map((each) => each.id))] };
}

function unknown(asked: string, frameworks: readonly FrameworkFact[]): RequestError {
  const codes = [...new Set(frameworks.map(({ code }) => code))];
  const none = {
    vi: 'Hệ thống chưa có bộ tiêu chí nào; người vận hành công bố bộ tiêu chí bằng frameworkPublish.',
    en: 'The hub has no framework yet; an operator publishes one with frameworkPublish.',
  };
  const those = {
    vi: `Các mã: ${codes.join(', ')}; Query.frameworks liệt kê cả id.`,
    en: `The codes are ${codes.join(', ')}; Query.frameworks lists the ids as well.`,
  };
  const { vi, en } = codes.length === 0 ? none : those;
  return new RequestError(
    'FRAMEWORK_UNKNOWN',
    {
      vi: `Không có bộ tiêu chí nào mang mã hay id ${asked}. ${vi}`,
      en: `No framework has the code or the id ${asked}. ${en}`,
    },
    { argument: 'framework' },
  );
}

function notInForce(
  code: string,
  asOf: LocalDate,
  versions: readonly FrameworkFact[],
): RequestError {
  const spans = [
    ...new Set(versions.map(({ validFrom, validTo }) => `${validFrom} – ${validTo ?? '…'}`)),
  ].join(', ');
  return new RequestError(
    'FRAMEWORK_NOT_IN_FORCE',
    {
      vi: `Ngày ${asOf} không có phiên bản nào của bộ tiêu chí ${code} có hiệu lực; có hiệu lực: ${spans}. Hãy hỏi một ngày trong đó, hoặc dùng id của một phiên bản.`,
      en: `No version of the framework ${code} is in force on ${asOf}; they are in force: ${spans}. Ask for a date among these, or use the id of a version.`,
    },
    { argument: 'framework' },
  );
}
