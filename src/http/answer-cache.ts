import { LRUCache } from 'lru-cache';
import type { Encoding } from '../shared/compression.js';

export interface KeptAnswer {
  body: Buffer;
  /** How the body is compressed; null for the text as it is. */
  encoding: Encoding | null;
  contentType: string;
  /** Of the body, with its quotation marks. */
  etag: string;
  /** The cost of the answer, which is charged each time it is sent. */
  cost: number;
}

/** The memory of an entry besides its body, in bytes: key, headers and list. */
const OVERHEAD = 500;

/** The answers of one state of the data, the most recently used, within a limit of bytes. */
export class AnswerCache {
  readonly #answers: LRUCache<string, KeptAnswer>;
  #state = '';

  /** @param bytes at least 1. */
  constructor(bytes: number) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      sizeCalculation: ({ body }) => body.length + OVERHEAD,
    });
  }

  /** Whether it is worth reading the state of the data. */
  has(key: string): boolean {
    return this.#answers.has(key);
  }

  /** @param state the present state of the data; answers of any other state are dropped. */
  get(state: string, key: string): KeptAnswer | undefined {
    this.#turnTo(state);
    return this.#answers.get(key);
  }

  /** @param state the state of the data, which was the same while the whole answer was made. */
  set(state: string, key: string, answer: KeptAnswer): void {
    this.#turnTo(state);
    this.#answers.set(key, answer);
  }

  #turnTo(state: string): void {
    if (state === this.#state) return;
    this.#answers.clear();
    this.#state = state;
  }
}
