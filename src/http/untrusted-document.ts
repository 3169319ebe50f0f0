import type { Documents } from '../execution/documents.js';
import type { AskedOperation } from '../request/asked-operation.js';
import type { Text } from '../shared/text.js';
import { RefusedError } from '../execution/refused.js';

const NOT_TRUSTED: Text = {
  vi: 'Hệ thống này chỉ nhận các truy vấn đã công bố trong schema/operations. Hãy gửi nguyên văn, hoặc mã SHA-256 của tệp trong extensions.persistedQuery.',
  en: 'This hub takes only the documents of schema/operations. Send one as it is, or the SHA-256 of its file in extensions.persistedQuery.',
};

export type Trust = ReturnType<typeof refuseUntrusted>;

/** Refuses every document that is not trusted, before the graph receives it. */
export function refuseUntrusted(documents: Documents) {
  /** @throws RefusedError */
  return (asked: AskedOperation | null): void => {
    const text = asked && documents.textOf(asked);
    if (!text || !documents.isTrusted(text))
      throw new RefusedError(403, 'DOCUMENT_NOT_TRUSTED', NOT_TRUSTED);
  };
}
