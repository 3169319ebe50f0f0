import type { DiskSpace } from '../health/disk-space.js';
import { RequestError } from '../shared/errors.js';
import { Places, type GiveBack } from '../shared/places.js';
import { LARGEST_FILE } from './receive-file.js';
import type { VirusScanner } from '../file-checks/virus-scanner.js';
import { StoreFailure } from './store-failure.js';

export const PLACES_EACH = 5;

export const PLACES = 64;

/** While it is being stored, a file needs its size twice: the received part and the copy. */
const COPIES = 2;

/** Limits the uploads, so that incoming files do not fill the disk. */
export class UploadRoom {
  readonly #disk: DiskSpace | null;
  readonly #places = new Places<number>(PLACES, PLACES_EACH);
  /** The largest number of bytes that the running uploads can need. */
  #expected = 0;

  /**
   * @param quota how many bytes an institution may upload in a round; 0 means no limit.
   * @param disk null when the disk is not watched.
   * @param scanner null for a hub without one.
   */
  constructor(
    readonly quota: number,
    disk: DiskSpace | null,
    readonly scanner: VirusScanner | null = null,
  ) {
    this.#disk = disk;
  }

  get scans(): boolean {
    return this.scanner !== null;
  }

  /**
   * Takes a place for a file.
   * @param announced the size that the sender gave; undefined when it gave none.
   * @returns gives the place back. Call it however the upload ends.
   * @throws RequestError UPLOADS_BUSY or DISK_NEARLY_FULL; StoreFailure when the disk cannot be
   * measured.
   */
  async take(institutionId: number, announced: number | undefined): Promise<GiveBack> {
    const giveBack = this.#places.take(institutionId);
    if (typeof giveBack === 'string') throw giveBack === 'HOLDER' ? busyHere() : busyEverywhere();
    const expected = COPIES * (announced ?? LARGEST_FILE);
    this.#expected += expected;
    let left = false;
    const leave = () => {
      if (!left) this.#expected -= expected;
      left = true;
      giveBack();
    };
    try {
      const refusal = await this.diskRefusal(this.#expected);
      if (refusal) throw refusal;
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /**
   * DISK_NEARLY_FULL when the disk has no room for the bytes.
   * @throws StoreFailure when the disk cannot be measured.
   */
  async diskRefusal(bytes = 0): Promise<RequestError | null> {
    if (this.#disk === null) return null;
    const room = await this.#disk.room().catch((error: unknown) => {
      throw new StoreFailure(error);
    });
    return room < bytes ? nearlyFull() : null;
  }
}

/** In seconds: uploads are slow on slow lines. */
export const RETRY_AFTER = 10;

function busyHere(): RequestError {
  return new RequestError('UPLOADS_BUSY', {
    vi: `Cơ sở đang gửi ${PLACES_EACH} tệp, nhiều nhất cùng lúc. Hãy đợi một tệp gửi xong rồi gửi tiếp đến cùng địa chỉ.`,
    en: `The institution is sending ${PLACES_EACH} files, the most at a time. Wait for one of them, then send this one to the same address.`,
  });
}

function busyEverywhere(): RequestError {
  return new RequestError('UPLOADS_BUSY', {
    vi: `Hệ thống đang nhận ${PLACES} tệp, nhiều nhất cùng lúc. Hãy gửi lại đến cùng địa chỉ sau ${RETRY_AFTER} giây.`,
    en: `The hub is taking ${PLACES} files, the most at a time. Send it again to the same address in ${RETRY_AFTER} seconds.`,
  });
}

function nearlyFull(): RequestError {
  return new RequestError('DISK_NEARLY_FULL', {
    vi: 'Đĩa của hệ thống sắp đầy nên tạm thời không nhận tệp. Câu trả lời vẫn lưu và nộp được; minh chứng có thể là liên kết. Hãy thử lại sau.',
    en: 'The disk of the hub is nearly full, so no files are taken for now. Answers can be saved and handed in all the same, and evidence may be links. Try again later.',
  });
}
