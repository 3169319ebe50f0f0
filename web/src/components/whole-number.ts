/** The most that can be counted; the hub takes no more. */
const MOST = 1_000_000;

/** What was typed into a field for a number. */
export interface ReadNumber {
  /** Null where there is none, or what was typed is none. */
  value: number | null;
  /** What was typed, as it was typed, where it is no number that can be taken. */
  unread?: string;
}

/** Reads a whole number. What is none stays as it was typed: 92,5 is neither 92 nor 925. */
export function readWhole(typed: string): ReadNumber {
  const text = typed.trim();
  if (text === '') return { value: null };
  const value = Number(text);
  return /^\d+$/.test(text) && value <= MOST ? { value } : { value: null, unread: typed };
}

/** Texts that stand where numbers are asked and are none, as they were typed. */
export interface Unread {
  value?: string;
  total?: string;
}

/** What was given, with a number that was read, or with the text that is none. */
export function withRead<Given extends { unread?: Unread }>(
  before: Given,
  field: keyof Unread,
  { value, unread }: ReadNumber,
): Given {
  const { [field]: _before, ...others } = before.unread ?? {};
  const left: Unread = unread === undefined ? others : { ...others, [field]: unread };
  const { unread: _unread, ...given } = { ...before, [field]: value };
  return (Object.keys(left).length > 0 ? { ...given, unread: left } : given) as Given;
}

/** Why a text is no whole number: it is too large, or it is none at all. */
export const isTooLarge = (unread: string): boolean => /^\d+$/.test(unread.trim());
