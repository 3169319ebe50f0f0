import { RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';

const TOO_SLOW: Text = {
  vi: 'Nội dung của yêu cầu đến quá chậm nên kết nối bị đóng. Không có gì thay đổi; hãy gửi lại.',
  en: 'The body of the request came too slowly, so the connection is closed. Nothing was changed; send it again.',
};

/** A body that has not arrived in its time. */
export class BodyTooSlowError extends RequestError {
  readonly statusCode = 408;

  constructor() {
    super('REQUEST_TOO_SLOW', TOO_SLOW);
  }
}
