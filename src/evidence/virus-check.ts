import { createReadStream } from 'node:fs';
import { VirusScannerError, type VirusScanner } from '../file-checks/virus-scanner.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import { RequestError } from '../shared/errors.js';

export const VirusCheck = enumeration('CLEAN', 'NOT_EXAMINED', 'WITHHELD');
export type VirusCheck = NameOf<typeof VirusCheck>;

/** What a scanner found in a file, and when. */
export interface Examined {
  /** Null when no scanner has examined it. */
  examinedAt: Date | null;
  /** The name of the signature that was found; null when none was. */
  virus: string | null;
}

/**
 * What is told of a file; null on a hub without a scanner for what none has examined.
 * @param scans whether the hub has a scanner.
 */
export function virusCheckOf(
  { examinedAt, virus }: { examinedAt: unknown; virus: string | null },
  scans: boolean,
): VirusCheck | null {
  if (virus !== null) return 'WITHHELD';
  if (!scans) return null;
  return examinedAt === null ? 'NOT_EXAMINED' : 'CLEAN';
}

/**
 * Has the scanner examine a file that has arrived.
 * @param scanner null for a hub without one.
 * @throws VirusScannerError when it was not reached, unless the hub then takes files all the same.
 */
export async function examine(
  scanner: VirusScanner | null,
  path: string,
  at: Date,
): Promise<Examined> {
  const nothing: Examined = { examinedAt: null, virus: null };
  if (scanner === null) return nothing;
  try {
    return { examinedAt: at, virus: await scanner.scan(createReadStream(path)) };
  } catch (error) {
    if (error instanceof VirusScannerError && scanner.takesUnexamined) return nothing;
    throw error;
  }
}

/** A file that is in quarantine is handed to nobody. */
export function withheld(name: string): RequestError {
  return new RequestError('FILE_WITHHELD', withheldText(name));
}

/** What the uploader is told. */
export function withheldText(name: string) {
  return {
    vi: `Phần mềm diệt virus phát hiện mã độc trong “${name}”. Tệp đã bị cách ly, không ai mở được và không tính là minh chứng. Hãy quét virus máy đã tạo tệp, bỏ tệp này khỏi câu trả lời và gửi lại bản sạch.`,
    en: `The virus scanner found something harmful in “${name}”. The file is in quarantine: nobody can open it, and it does not count as evidence. Have the computer that made it scanned, remove the file from the answer, and send a clean copy.`,
  };
}
