import { statfs } from 'node:fs/promises';

const MEGABYTE = 1024 * 1024;

/** How long a measured value is used, in milliseconds. */
const GOOD_FOR = 2000;

type ReadFreeSpace = (folder: string) => Promise<number>;

const readFreeSpace: ReadFreeSpace = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** The folder of the hub, and the space on its disk that is reserved for the database. */
export interface DiskSettings {
  folder: string;
  /** In megabytes; 0 reserves nothing. */
  reserve: number;
  /** Tests replace the measurement and its lifetime in milliseconds. */
  read?: ReadFreeSpace;
  goodFor?: number;
}

/**
 * The disk of the data folder. The embedded PostgreSQL is on it too, so uploads are refused while
 * there is still room for the database.
 */
export class DiskSpace {
  readonly #settings: Required<DiskSettings>;
  #looked: { at: number; free: Promise<number> } | null = null;

  constructor({ folder, reserve, read = readFreeSpace, goodFor = GOOD_FOR }: DiskSettings) {
    this.#settings = { folder, reserve, read, goodFor };
  }

  /** The bytes that are kept for the database. */
  get reserve(): number {
    return this.#settings.reserve * MEGABYTE;
  }

  /**
   * The bytes that may be written before the reserve is touched; below 0 when it is touched.
   * @throws when the disk cannot be measured.
   */
  async room(): Promise<number> {
    const { reserve } = this.#settings;
    return reserve === 0 ? Infinity : (await this.free()) - reserve * MEGABYTE;
  }

  /** A sentence for `/health/ready`; null while there is room. */
  async problem(): Promise<string | null> {
    const room = await this.room();
    if (room >= 0) return null;
    const { reserve } = this.#settings;
    const left = Math.floor(room / MEGABYTE) + reserve;
    return `the disk of the data folder is nearly full: ${left} MB are left, less than the ${reserve} MB of HUB_DISK_RESERVE_MB, so no files are taken`;
  }

  /** Bytes that are free, measured at most once every few seconds, however many uploads begin. */
  free(): Promise<number> {
    const { folder, read, goodFor } = this.#settings;
    const at = performance.now();
    if (this.#looked === null || at - this.#looked.at >= goodFor)
      this.#looked = { at, free: read(folder) };
    return this.#looked.free;
  }
}
