import { fieldName } from '../graphql/field-name.js';
import { dateProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { LocalDate } from '../shared/dates.js';
import type { RoundPhase } from '../vocabulary/round.enums.js';
import type { ExceptionDays, RoundDays } from './own-days.js';

/** A later day: the due date and, if it is left out, the last day that fits. */
export interface ExtensionInput {
  dueOn: LocalDate;
  closesOn?: LocalDate | null;
}

export function extensionOf(round: RoundDays, { dueOn, closesOn }: ExtensionInput): ExceptionDays {
  const lastDay = lastDayOf(round);
  const fitting = lastDay !== null && lastDay > dueOn ? lastDay : dueOn;
  return { kind: 'EXTENDED', dueOn, closesOn: closesOn ?? fitting };
}

/** A later day must be later than that of the round, and not be over already. */
export function extensionProblems(
  round: RoundDays,
  { dueOn, closesOn }: ExtensionInput,
  today: LocalDate,
): Refusal[] {
  const problems = dateProblems(dueOn, 'dueOn');
  if (dueOn <= round.dueOn) problems.push(notLater('dueOn', dueOn, round.dueOn));
  else if (dueOn < today) problems.push(over('dueOn', dueOn, today));
  if (closesOn == null) return problems;
  problems.push(...dateProblems(closesOn, 'closesOn'));
  const lastDay = lastDayOf(round);
  if (lastDay !== null && closesOn < lastDay)
    problems.push(notLater('closesOn', closesOn, lastDay));
  if (closesOn < dueOn) problems.push(outOfOrder(dueOn, closesOn));
  return problems;
}

/** The last day of a round; null when a planner closed it early. */
function lastDayOf({ closesOn, closedAt }: RoundDays): LocalDate | null {
  return closedAt === null ? closesOn : null;
}

export function reopeningProblems(closesOn: LocalDate, today: LocalDate): Refusal[] {
  const problems = dateProblems(closesOn, 'closesOn');
  return closesOn < today ? [...problems, over('closesOn', closesOn, today)] : problems;
}

export type ExceptionAction = 'extend' | 'reopen' | 'excuse' | 'takeBack';

/** One institution that an exception is asked for. */
export interface Participant {
  name: string;
  called: boolean;
  /** Whether no submission stands. */
  owing: boolean;
  phase: RoundPhase;
  excepted: boolean;
}

/**
 * Why an exception does not fit an institution; null when it does.
 * @param field the path to the institution in the input.
 */
export function misfit(
  action: ExceptionAction,
  { name, called, owing, phase, excepted }: Participant,
  field: string[],
): Refusal | null {
  const refuse = (code: keyof typeof TEXTS): Refusal => {
    const { vi, en } = TEXTS[code];
    return { code, field, text: { vi: `${name}: ${vi}`, en: `${name}: ${en}` } };
  };
  if (action === 'takeBack') return excepted ? null : refuse('NO_EXCEPTION');
  if (!called) return refuse('NOT_CALLED');
  if (action === 'extend' && phase === 'CLOSED') return refuse('CLOSED');
  if (action === 'reopen' && phase !== 'CLOSED') return refuse('STILL_OPEN');
  return action === 'excuse' && !owing ? refuse('NOTHING_OWED') : null;
}

const TEXTS = {
  NOT_CALLED: {
    vi: 'đợt báo cáo không gọi cơ sở này, nên không có ngày nào để thay đổi.',
    en: 'the round does not call this institution, so it has no days to change.',
  },
  CLOSED: {
    vi: 'đợt báo cáo đã đóng đối với cơ sở này. Hãy mở lại.',
    en: 'the round is closed for this institution. Reopen it.',
  },
  STILL_OPEN: {
    vi: 'đợt báo cáo chưa đóng đối với cơ sở này. Hãy cho thêm ngày.',
    en: 'the round is not closed for this institution. Give it a later day.',
  },
  NOTHING_OWED: {
    vi: 'cơ sở đã nộp báo cáo, nên không cần miễn.',
    en: 'the institution has submitted its report, so there is nothing to excuse.',
  },
  NO_EXCEPTION: {
    vi: 'cơ sở không có ngoại lệ nào trong đợt này.',
    en: 'the institution has no exception in this round.',
  },
};

function notLater(field: string, given: LocalDate, present: LocalDate): Refusal {
  return {
    code: 'NOT_LATER',
    field: [field],
    text: {
      vi: `${fieldName(field).vi} (${given}) phải sau ngày của đợt (${present}).`,
      en: `${fieldName(field).en} (${given}) has to be later than that of the round (${present}).`,
    },
  };
}

function over(field: string, given: LocalDate, today: LocalDate): Refusal {
  return {
    code: 'DAY_OVER',
    field: [field],
    text: {
      vi: `${fieldName(field).vi} (${given}) đã qua. Hãy cho một ngày từ ${today} trở đi.`,
      en: `${fieldName(field).en} (${given}) is over. Give a day from ${today} on.`,
    },
  };
}

function outOfOrder(dueOn: LocalDate, closesOn: LocalDate): Refusal {
  return {
    code: 'DATES_OUT_OF_ORDER',
    field: ['closesOn'],
    text: {
      vi: `Hạn nộp (${dueOn}) sau ngày đóng (${closesOn}). Hãy sửa một trong hai ngày.`,
      en: `The due date (${dueOn}) is after the closing day (${closesOn}). Change one of them.`,
    },
  };
}
