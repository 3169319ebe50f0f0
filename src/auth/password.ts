import { hash, verify } from '@node-rs/argon2';
import type { Text } from '../shared/text.js';
import { WaitingLine, type Party } from './waiting-line.js';

const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** The problem of a new password, or null. Length is what makes a password strong. */
export function passwordProblem(password: string): Text | null {
  const length = [...password].length;
  if (length >= PASSWORD_LENGTH.least && length <= PASSWORD_LENGTH.most) return null;
  return {
    vi: `Mật khẩu có ${length} ký tự; cần từ ${PASSWORD_LENGTH.least} đến ${PASSWORD_LENGTH.most}.`,
    en: `The password has ${length} characters; it needs ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most}.`,
  };
}

/**
 * Argon2id with 19 MiB and two passes (OWASP Password Storage Cheat Sheet). The library adds the
 * salt.
 */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

let dummy: Promise<string> | undefined;

/**
 * Checking takes a thread for some 30 ms, and 19 MiB. Node has four threads, with which it also
 * reads files, finds addresses and signs tokens: two are left for that. A full line is done in a
 * few seconds. Right passwords are not limited, so few may wait for one e-mail: else whoever signs in
 * to one account without end would fill the line.
 */
const line = new WaitingLine(2, 200, 10);

/**
 * Whether the password fits the hash. Without a hash the check takes equally long and fails, so
 * that its time does not show which accounts exist.
 * @param party the address that sends it, and the e-mail as it was typed, there or not.
 * @param begin done when the turn has come; if it fails, nothing is checked.
 * @throws LineIsFullError
 */
export async function checkPassword(
  stored: string | null,
  password: string,
  party: Party,
  begin: () => Promise<void>,
): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const hash = stored ?? (await dummy);
  const fits = await line.run(party, async () => {
    await begin();
    return verify(hash, password.normalize('NFC'));
  });
  return fits && stored !== null;
}
