import { useRef } from 'react';
import { intentionKey } from './intention-key';

/**
 * Keeps one key for each intention, so that what is tried again after a lost answer is done once.
 * @returns the key of what is about to be sent, the same until something else is; and what to call when it was done.
 */
export function useIntentionKey(): { keyOf: (content: unknown) => string; done: () => void } {
  const kept = useRef({ content: '', key: '' });
  return {
    keyOf(content) {
      const text = JSON.stringify(content);
      if (kept.current.content !== text) kept.current = { content: text, key: intentionKey() };
      return kept.current.key;
    },
    done() {
      kept.current = { content: '', key: '' };
    },
  };
}
