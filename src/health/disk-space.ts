import { statfs } from 'node:fs/promises';

const MEGABYTE = 1024 * 1024;

/** How long a look at the disk is good for, in milliseconds. */
const GOOD_FOR = 2000;

/** How many bytes are free where a folder is. */
type ReadFreeSpace = (folder: string) => Promise<number>;

const readFreeSpace: ReadFreeSpace = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Where the hub keeps what it writes, and how much of that disk is kept for the database. */
export interface DiskSettings {
  folder: string;
  /** In megabytes; 0 keeps nothing back. */
  reserve: number;
  /** Tests choose how much is free, and how long they believe it, in milliseconds. */
  read?: ReadFreeSpace;
  goodFor?: number;
}

/**
 * The disk of the data folder. The embedded PostgreSQL is on it as well, so what can wait is refused
 * while there is still room for what cannot.
 */
export class DiskSpace {
  readonly #settings: Required<DiskSettings>;
  #looked: { at: number; free: Promise<number> } | null = null;

  constructor({ folder, reserve, read = readFreeSpace, goodFor = GOOD_FOR }: DiskSettings) {
    this.#settings = { folder, reserve, read, goodFor };
  }

  /**
   * How many bytes may be written before the reserve is touched; below 0 when it has been.
   * @throws when the disk cannot be asked.
   */
  async room(): Promise<number> {
    const { reserve } = this.#settings;
    return reserve === 0 ? Infinity : (await this.#free()) - reserve * MEGABYTE;
  }

  /** A sentence for ready; null while there is room. */
  async problem(): Promise<string | null> {
    const room = await this.room();
    if (room >= 0) return null;
    const { reserve } = this.#settings;
    const left = Math.floor(room / MEGABYTE) + reserve;
    return `the disk of the data folder is nearly full: ${left} MB are left, less than the ${reserve} MB of HUB_DISK_RESERVE_MB, so no files are taken`;
  }

  /** Asked every few seconds at most, however many uploads begin. */
  #free(): Promise<number> {
    const { folder, read, goodFor } = this.#settings;
    const at = performance.now();
    if (this.#looked === null || at - this.#looked.at >= goodFor)
      this.#looked = { at, free: read(folder) };
    return this.#looked.free;
  }
}
