import { grantTwice, sameOnSomeDay, type GrantFacts } from '../accounts/grant.js';
import type { GrantRow } from '../accounts/grant.queries.js';
import type { Row } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import type { ImportOutcome } from '../vocabulary/imported-row.js';
import { refuse, type AccountDraft } from './account-row.js';

export interface RecordedAccount {
  id: number;
  name: string;
  email: string | null;
  signInName: string | null;
  isDisabled: boolean;
  /** Whether the author of the import keeps it. */
  isKept: boolean;
  grants: readonly GrantRow[];
}

/** The effect of a row. */
export interface PlannedRow extends Pick<AccountDraft, 'name' | 'email' | 'signInName' | 'duty'> {
  row: number;
  outcome: ImportOutcome;
  /** The name before, if the row changes it. */
  nameBefore: string | null;
  /** Whether the account gets the duty. */
  givesDuty: boolean;
}

/** The effect of all rows about one account. */
export interface PlannedAccount {
  /** Null for a new one. */
  recorded: RecordedAccount | null;
  outcome: ImportOutcome;
  rows: readonly PlannedRow[];
}

/** What somebody signs in with, by which an account is known. */
export const keyOf = ({ email, signInName }: Pick<AccountDraft, 'email' | 'signInName'>) =>
  email ?? signInName ?? '';

/** What the rows do with the accounts, as they are recorded; problems are told at the rows. */
export function planAccounts(
  drafts: readonly AccountDraft[],
  recorded: ReadonlyMap<string, RecordedAccount>,
  today: LocalDate,
): PlannedAccount[] {
  const byAccount = Map.groupBy(drafts, keyOf);
  return [...byAccount].map(([key, same]) => planOne(same, recorded.get(key) ?? null, today));
}

function planOne(
  drafts: readonly AccountDraft[],
  recorded: RecordedAccount | null,
  today: LocalDate,
): PlannedAccount {
  const first = firstOf(drafts);
  const given: { row: Row; duty: GrantFacts }[] = [];
  const rows = drafts.map((draft, index): PlannedRow => {
    const { row, name, email, signInName } = draft;
    const twin = given.find(({ duty }) => sameOnSomeDay(duty, draft.duty));
    if (name !== first.name) row.refuse(whoColumn(draft), otherPerson(first));
    else if (twin) row.refuse(null, sameAs(twin.row.number));
    given.push(draft);
    const held = recorded?.grants ?? [];
    const isHeld = held.some((grant) => covers(grant, draft.duty, today));
    const duty = { ...draft.duty, validFrom: draft.duty.validFrom ?? today };
    if (!isHeld && held.some((grant) => sameOnSomeDay(grant, duty))) refuse(row, [grantTwice([])]);
    const nameBefore = index === 0 && recorded && recorded.name !== name ? recorded.name : null;
    const isChanged = !isHeld || nameBefore !== null;
    if (recorded && !recorded.isKept) row.refuse(whoColumn(draft), NOT_KEPT);
    else if (recorded?.isDisabled && isChanged) row.refuse(whoColumn(draft), DISABLED);
    const outcome = recorded === null ? 'CREATED' : isChanged ? 'UPDATED' : 'UNCHANGED';
    const told = { name, email, signInName, duty: isHeld ? draft.duty : duty };
    return { row: row.number, outcome, ...told, nameBefore, givesDuty: !isHeld };
  });
  const isChanged = rows.some(({ outcome }) => outcome === 'UPDATED');
  const outcome = recorded === null ? 'CREATED' : isChanged ? 'UPDATED' : 'UNCHANGED';
  return { recorded, outcome, rows };
}

/** Whether a recorded duty is the one of the row: a day that the row does not name says nothing. */
function covers(recorded: GrantRow, duty: GrantFacts, today: LocalDate): boolean {
  const { validFrom, validTo } = duty;
  return (
    sameOnSomeDay({ ...recorded, validFrom: null, validTo: null }, duty) &&
    (validFrom === null || recorded.validFrom === validFrom) &&
    (validTo === null ? isLiving(recorded, today) : recorded.validTo === validTo)
  );
}

const isLiving = ({ validTo }: GrantRow, today: LocalDate) => validTo === null || validTo >= today;

const whoColumn = ({ email }: AccountDraft) => (email === null ? 'sign_in_name' : 'email');

const otherPerson = ({ row, name }: AccountDraft) => ({
  code: 'ACCOUNT_TWICE',
  text: {
    vi: `đã là của “${name}” ở dòng ${row.number}; mỗi người cần e-mail hoặc tên đăng nhập riêng; cùng một người thì ghi họ tên như nhau`,
    en: `is that of “${name}” in row ${row.number} already; each person needs an e-mail or sign-in name of their own, and one person the same name in each row`,
  },
});

const sameAs = (row: number) => ({
  code: 'GRANT_TWICE',
  text: {
    vi: `dòng ${row} đã ghi cùng người và cùng vai trò trong một số ngày này; hãy bỏ một dòng, hoặc sửa các ngày`,
    en: `row ${row} gives the same person the same role on some of these days; leave one of the rows out, or correct the days`,
  },
});

const NOT_KEPT = {
  code: 'FORBIDDEN',
  text: {
    vi: 'là của một tài khoản mà bạn không quản lý; hãy ghi e-mail hoặc tên đăng nhập khác, hoặc nhờ người vận hành',
    en: 'belongs to an account that you do not keep; write another e-mail or sign-in name, or ask an operator',
  },
};

const DISABLED = {
  code: 'ACCOUNT_DISABLED',
  text: {
    vi: 'là của một tài khoản đang bị khoá; hãy mở lại tài khoản đó trước, hoặc bỏ dòng này',
    en: 'belongs to an account that is disabled; enable it first, or leave the row out',
  },
};
