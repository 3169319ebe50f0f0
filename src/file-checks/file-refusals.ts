import { RequestError } from '../shared/errors.js';

/** In bytes: what the parts of a file may come to, unpacked. */
export const MOST_UNPACKED = 200_000_000;

/** Width times height. */
export const MOST_PIXELS = 100_000_000;

/** Why a file is refused for what is in it; each is given the name of the file. */
export const REFUSED = {
  macros: (name: string) =>
    new RequestError('FILE_HAS_MACROS', {
      vi: `“${name}” chứa macro (chương trình chạy khi mở tệp). Hãy lưu lại không có macro, hoặc xuất ra PDF, rồi gửi lại.`,
      en: `“${name}” contains macros, programs that run when it is opened. Save it without macros or as a PDF, then send it again.`,
    }),
  unpacked: (name: string) =>
    new RequestError('FILE_UNPACKS_TOO_LARGE', {
      vi: `“${name}” khi giải nén lớn hơn ${MOST_UNPACKED / 1e6} MB. Hãy thu nhỏ hình ảnh trong tệp hoặc chia thành nhiều tệp, rồi gửi lại.`,
      en: `“${name}” has more than ${MOST_UNPACKED / 1e6} MB when it is unpacked. Make its pictures smaller or divide it into several files, then send it again.`,
    }),
  nested: (name: string, inner: string) =>
    new RequestError('FILE_HAS_ARCHIVE', {
      vi: `“${name}” chứa một tệp nén khác (${inner}). Hãy bỏ tệp nén đó ra và gửi riêng từng tài liệu.`,
      en: `“${name}” contains another archive (${inner}). Take it out and send each document by itself.`,
    }),
  pixels: (name: string) =>
    new RequestError('IMAGE_TOO_LARGE', {
      vi: `“${name}” có hình ảnh lớn hơn ${MOST_PIXELS / 1e6} megapixel. Hãy thu nhỏ hình rồi gửi lại.`,
      en: `“${name}” has a picture of more than ${MOST_PIXELS / 1e6} megapixels. Make it smaller, then send it again.`,
    }),
  encrypted: (name: string) =>
    new RequestError('FILE_ENCRYPTED', {
      vi: `“${name}” được bảo vệ bằng mật khẩu nên người thẩm định không mở được. Hãy bỏ mật khẩu rồi gửi lại.`,
      en: `“${name}” is protected by a password, so its reviewer could not open it. Remove the password, then send it again.`,
    }),
  damaged: (name: string) =>
    new RequestError('FILE_DAMAGED', {
      vi: `Không xem được nội dung của “${name}”: tệp đã hỏng hoặc không đầy đủ. Hãy mở tệp, lưu lại rồi gửi lại.`,
      en: `The content of “${name}” cannot be read: it is damaged or not whole. Open it, save it again, then send it again.`,
    }),
  twofold: (name: string) =>
    new RequestError('FILE_AMBIGUOUS', {
      vi: `“${name}” vừa là tệp của một loại, vừa là tệp của loại khác, nên mỗi chương trình thấy một nội dung khác nhau. Hãy mở tệp, lưu lại rồi gửi lại.`,
      en: `“${name}” is a file of two types at once, so that programs would show different contents. Open it, save it again, then send it again.`,
    }),
};
