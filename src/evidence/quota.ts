import { RequestError } from '../shared/errors.js';
import { KEPT_DAYS } from './kept-days.js';

const MEGABYTE = 1024 * 1024;

export interface Sent {
  used: number;
  /** 0 means no limit. */
  quota: number;
}

export function leftOf({ used, quota }: Sent): number {
  return quota === 0 ? Infinity : quota - used;
}

export function quotaExceeded({ used, quota }: Sent): RequestError {
  const [usedVi, usedEn] = [megabytes(used).replace('.', ','), megabytes(used)];
  const most = megabytes(quota);
  return new RequestError('EVIDENCE_QUOTA_EXCEEDED', {
    vi: `Cơ sở đã dùng ${usedVi} trong ${most.replace('.', ',')} MB dành cho tệp minh chứng của đợt này, phần còn lại không đủ. Hãy gửi tệp nhỏ hơn (nén, quét ở độ phân giải thấp hơn) hoặc thêm liên kết thay cho tệp; tệp đã bỏ khỏi bản nháp được tính trong ${KEPT_DAYS} ngày sau khi gửi và cho đến khi bị xoá khỏi kho.`,
    en: `The institution has used ${usedEn} of the ${most} MB for files of evidence in this round, and what is left does not suffice. Send smaller files (compressed, scanned at a lower resolution), or add links instead; a file that was removed from the draft counts for ${KEPT_DAYS} days after it was sent, and until it is deleted.`,
  });
}

function megabytes(bytes: number): string {
  return String(Math.round((bytes / MEGABYTE) * 10) / 10);
}
