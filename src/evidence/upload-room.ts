import type { DiskSpace } from '../health/disk-space.js';
import { RequestError } from '../shared/errors.js';
import { LARGEST_FILE } from './receive-file.js';
import { StoreFailure } from './store-failure.js';

/** How many files one institution may be sending at once. */
export const PLACES_EACH = 5;

/** How many files one hub takes at once, of all institutions. */
export const PLACES = 64;

/** A file takes its size twice while it is put where it is kept: as it came, and as a copy. */
const COPIES = 2;

/** An upload that has a place. */
export interface Place {
  /** Gives it back; to be called however the upload ends. */
  leave: () => void;
}

/** What keeps files from filling the disk while they come in, and what they may come to. */
export class UploadRoom {
  readonly #disk: DiskSpace | null;
  readonly #sending = new Map<number, number>();
  #underWay = 0;
  /** Bytes that the uploads under way may come to. */
  #expected = 0;

  /**
   * @param quota how many bytes an institution may send in a round; 0 for any number.
   * @param disk null where the disk is not watched.
   */
  constructor(
    readonly quota: number,
    disk: DiskSpace | null,
  ) {
    this.#disk = disk;
  }

  /**
   * Takes a place for a file.
   * @param announced how large it says it is; undefined when it does not say.
   * @throws RequestError UPLOADS_BUSY or DISK_NEARLY_FULL; StoreFailure when the disk cannot be asked.
   */
  async take(institutionId: number, announced: number | undefined): Promise<Place> {
    const sending = this.#sending.get(institutionId) ?? 0;
    if (sending >= PLACES_EACH) throw busyHere();
    if (this.#underWay >= PLACES) throw busyEverywhere();
    const expected = COPIES * (announced ?? LARGEST_FILE);
    this.#count(institutionId, 1, expected);
    let left = false;
    const leave = () => {
      if (!left) this.#count(institutionId, -1, -expected);
      left = true;
    };
    try {
      const refusal = await this.diskRefusal(this.#expected);
      if (refusal) throw refusal;
    } catch (error) {
      leave();
      throw error;
    }
    return { leave };
  }

  /**
   * DISK_NEARLY_FULL while the disk has no room for so many bytes.
   * @throws StoreFailure when the disk cannot be asked.
   */
  async diskRefusal(bytes = 0): Promise<RequestError | null> {
    if (this.#disk === null) return null;
    const room = await this.#disk.room().catch((error: unknown) => {
      throw new StoreFailure(error);
    });
    return room < bytes ? nearlyFull() : null;
  }

  #count(institutionId: number, uploads: number, bytes: number): void {
    const sending = (this.#sending.get(institutionId) ?? 0) + uploads;
    if (sending === 0) this.#sending.delete(institutionId);
    else this.#sending.set(institutionId, sending);
    this.#underWay += uploads;
    this.#expected += bytes;
  }
}

/** In seconds: files take long on slow lines. */
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
