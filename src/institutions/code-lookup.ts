import type { Reason } from '../shared/csv.js';
import { inSpan, type LocalDate } from '../shared/dates.js';
import { lastUse, listOf, useOf, type HeldCode } from './codes.js';

export type CodeHolder = HeldCode;

/** Institutions by the codes that a file names. */
export class CodeLookup {
  readonly #byCode: ReadonlyMap<string, readonly HeldCode[]>;

  constructor(held: readonly HeldCode[]) {
    this.#byCode = Map.groupBy(held, ({ code }) => code);
  }

  /**
   * The institution that used a code on a day.
   * @param system null means any.
   * @param when LAST_UNTIL also finds whoever used it last before the day.
   */
  find(
    system: string | null,
    code: string,
    day: LocalDate,
    when: 'ON' | 'LAST_UNTIL',
  ): CodeHolder | { problem: Reason } {
    const recorded = (this.#byCode.get(code) ?? []).filter(
      (held) => system === null || held.system === system,
    );
    if (recorded.length === 0) return { problem: unknown(system) };
    const found = [...Map.groupBy(recorded, (held) => held.system).values()].flatMap(
      (same) => usedOn(same, day, when) ?? [],
    );
    const [first] = found;
    if (!first) return { problem: notInUse(day, recorded) };
    return new Set(found.map(({ institutionId }) => institutionId)).size > 1
      ? { problem: ambiguous(found) }
      : first;
  }
}

function usedOn(
  codes: readonly HeldCode[],
  day: LocalDate,
  when: 'ON' | 'LAST_UNTIL',
): HeldCode | null {
  const uses = codes.map((held) => ({ ...useOf(held), held }));
  const then = uses.find((use) => inSpan(use, day));
  if (then || when === 'ON') return then?.held ?? null;
  return lastUse(uses.filter(({ validTo }) => validTo !== null && validTo < day))?.held ?? null;
}

function unknown(system: string | null): Reason {
  return {
    code: 'CODE_UNKNOWN',
    text:
      system === null
        ? {
            vi: 'không phải là mã của cơ sở nào; hãy nhập cơ sở trước',
            en: 'is no code of any institution; import the institutions first',
          }
        : {
            vi: `không phải là mã nào của hệ thống ${system}; hãy nhập cơ sở trước`,
            en: `is no code of the system ${system}; import the institutions first`,
          },
  };
}

function notInUse(day: LocalDate, recorded: readonly HeldCode[]): Reason {
  const { vi, en } = listOf(recorded);
  return {
    code: 'CODE_NOT_IN_USE',
    text: {
      vi: `không được dùng ngày ${day}, mà là mã của ${vi}; hãy sửa mã hoặc ngày`,
      en: `was not in use on ${day}, but is a code of ${en}; correct the code or the day`,
    },
  };
}

function ambiguous(found: readonly HeldCode[]): Reason {
  const { vi, en } = listOf(found);
  return {
    code: 'CODE_AMBIGUOUS',
    text: {
      vi: `là mã của nhiều cơ sở: ${vi}; hãy ghi hệ thống của mã`,
      en: `is a code of several institutions: ${en}; name the system of the code`,
    },
  };
}
