import { useRef } from 'react';
import { intentionKey } from './intention-key';

/** Adds to an input its key, the same until another input is keyed. */
export type Keyed = <Input extends object>(input: Input) => Input & { idempotencyKey: string };

/**
 * Keeps one key for each intention, so that what is tried again after a lost answer is done once.
 * @returns the key of what is about to be sent, the same until something else is; the same added to an input; and what
 * to call when it was done.
 */
export function useIntentionKey(): {
  keyOf: (content: unknown) => string;
  keyed: Keyed;
  done: () => void;
} {
  const kept = useRef({ content: '', key: '' });
  function keyOf(content: unknown) {
    const text = JSON.stringify(content);
    if (kept.current.content !== text) kept.current = { content: text, key: intentionKey() };
    return kept.current.key;
  }
  return {
    keyOf,
    keyed: (input) => ({ ...input, idempotencyKey: keyOf(input) }),
    done() {
      kept.current = { content: '', key: '' };
    },
  };
}
