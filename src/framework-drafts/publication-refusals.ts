import type { LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';

/** What is told of a framework that cannot be published; the code is for programs. */
export interface Said {
  code: string;
  text: Text;
}

export function isPublished(code: string, version: number): Said {
  return {
    code: 'FRAMEWORK_PUBLISHED',
    text: {
      vi: `Phiên bản ${version} của bộ tiêu chí ${code} đã công bố và không sửa được nữa. Hãy đặt số phiên bản mới.`,
      en: `Version ${version} of the framework ${code} is published and cannot change any more. Give this one a new number.`,
    },
  };
}

export function beginsOutOfOrder(
  validFrom: LocalDate,
  other: { version: number; validFrom: LocalDate },
): Said {
  return {
    code: 'FRAMEWORK_OUT_OF_ORDER',
    text: {
      vi: `Ngày đầu ${validFrom} không hợp với phiên bản ${other.version}, có hiệu lực từ ${other.validFrom}: phiên bản sau phải bắt đầu sau phiên bản trước.`,
      en: `The first day ${validFrom} does not fit version ${other.version}, in force from ${other.validFrom}: a later version must begin after the earlier one.`,
    },
  };
}

export function beginsBeforeApproved(validFrom: LocalDate, approvedFor: LocalDate): Said {
  return {
    code: 'FRAMEWORK_BEFORE_APPROVED',
    text: {
      vi: `Ngày đầu ${validFrom} không được trước hoặc trùng ${approvedFor}: bộ tiêu chí này đã có báo cáo được duyệt theo ngày chốt số liệu đó. Hãy chọn ngày sau.`,
      en: `The first day ${validFrom} must be after ${approvedFor}: reports for this reference date are approved under this framework. Choose a later day.`,
    },
  };
}

export function questionDiffers(code: string, revision: number): Said {
  return {
    code: 'QUESTION_DIFFERS',
    text: {
      vi: `Câu hỏi ${code}, lần sửa ${revision}, đã có trong hệ thống với nội dung khác. Hãy giữ nguyên nội dung đó, hoặc tăng số lần sửa (revision).`,
      en: `The hub has the question ${code}, revision ${revision}, in another form. Keep that form, or give this one the next revision.`,
    },
  };
}

export function revisionGap(code: string, revision: number, last: number): Said {
  return {
    code: 'QUESTION_REVISION_GAP',
    text: {
      vi: `Câu hỏi ${code} mới có đến lần sửa ${last}, nên lần kế tiếp là ${last + 1}, không phải ${revision}.`,
      en: `The last revision of the question ${code} is ${last}, so the next one is ${last + 1}, not ${revision}.`,
    },
  };
}

export function continuesNothing(code: string, last: number): Said {
  return {
    code: 'QUESTION_CANNOT_CONTINUE',
    text: {
      vi: `Câu hỏi ${code} không thể dùng tiếp câu trả lời cho lần sửa ${last}: kiểu trả lời khác, hoặc thiếu mức hay lựa chọn đã có. Hãy giữ chúng, hoặc bỏ “tiếp nối” (continues).`,
      en: `The question ${code} cannot keep the answers to revision ${last}: its answers are of another kind, or lack levels or options that there were. Keep them, or leave out continues.`,
    },
  };
}

export function indicatorDiffers(code: string): Said {
  return {
    code: 'INDICATOR_DIFFERS',
    text: {
      vi: `Hệ thống đã có chỉ số đo mang mã ${code} với tên, nhóm, loại hình hoặc các phần khác. Hãy dùng mã khác, hoặc khai đúng như đã có.`,
      en: `The hub has an indicator with the code ${code} and another name, group, kinds or parts. Use another code, or declare it as it is.`,
    },
  };
}

export function decidedTwice(code: string, framework: string, day: LocalDate): Said {
  return {
    code: 'INDICATOR_DECIDED_TWICE',
    text: {
      vi: `Từ ${day}, bộ tiêu chí ${framework} cũng xác định chỉ số đo ${code} cho cùng loại hình. Hãy đổi ngày hiệu lực, hoặc ngừng áp dụng bộ kia trước.`,
      en: `From ${day} on, the framework ${framework} decides the indicator ${code} for the same kinds as well. Change the days in force, or retire the other one first.`,
    },
  };
}
