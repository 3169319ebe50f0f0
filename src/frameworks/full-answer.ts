import { required } from '../shared/required.js';
import type { GivenAnswer } from './criterion-points.js';
import type { FileQuestion } from './framework-file.js';

/** The answer to a question that earns the most. */
export function fullAnswer({ answer }: FileQuestion): GivenAnswer {
  switch (answer.kind) {
    case 'YES_NO':
      return { value: 1 };
    case 'LEVEL':
      return { value: Math.max(...answer.levels.map(({ level }) => level)) };
    case 'SHARE':
      return { value: 1, total: 1 };
    case 'COUNT':
      return { value: Number.MAX_SAFE_INTEGER };
    case 'TEXT':
      return { text: '…' };
    case 'CHOICE': {
      const shares = new Map(answer.options.map(({ code, share = 0 }) => [share, code]));
      return { choice: required(shares, Math.max(...shares.keys())) };
    }
  }
}
