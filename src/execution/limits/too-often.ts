import type { Charge } from '../../request/context.js';
import { RequestError } from '../../shared/errors.js';

/** The span over which points are counted, in seconds. */
export const WINDOW = 60;

/** A refusal that ends by itself, after `retryAfter` seconds. */
export class TooOften extends RequestError {
  constructor(
    code: 'RATE_LIMITED' | 'TOO_MANY_SIGN_INS',
    readonly charge: Charge,
  ) {
    const seconds = secondsOf(charge);
    const { requested, remaining, limit } = charge;
    const text =
      code === 'RATE_LIMITED'
        ? {
            vi: `Yêu cầu tốn ${requested} điểm, nhưng chỉ còn ${remaining} trong ${limit} điểm mỗi ${WINDOW} giây. Hãy thử lại sau ${seconds} giây.`,
            en: `The request costs ${requested} points, and ${remaining} of ${limit} per ${WINDOW} seconds are left. Try again in ${seconds} seconds.`,
          }
        : {
            vi: `Đã có quá nhiều lần đăng nhập sai từ địa chỉ này (giới hạn ${limit}). Hãy thử lại sau ${seconds} giây.`,
            en: `Too many sign-ins from this address have failed; the limit is ${limit}. Try again in ${seconds} seconds.`,
          };
    super(code, text, { retryAfter: seconds });
  }
}

/** The seconds until all points are available again. */
export function secondsOf({ resetsIn }: Charge): number {
  return Math.ceil(resetsIn / 1000);
}
