import { LRUCache } from 'lru-cache';

/** An answer as it is sent. */
export interface KeptAnswer {
  body: Buffer;
  contentType: string;
  /** Of the body, with its quotation marks. */
  etag: string;
  /** What making it was charged; so is giving it again. */
  cost: number;
}

/** What an entry takes beside its body, in bytes: the key, the headers, the list. */
const OVERHEAD = 500;

/** Answers of one state of the data, those asked for last, in a bounded number of bytes. */
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

  /** Whether it is worth asking for the state of the data. */
  has(key: string): boolean {
    return this.#answers.has(key);
  }

  /** @param state of the data, as it is now: what was kept of another one is dropped. */
  get(state: string, key: string): KeptAnswer | undefined {
    this.#turnTo(state);
    return this.#answers.get(key);
  }

  /** @param state of the data, as it is now and was through the whole making of the answer. */
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
