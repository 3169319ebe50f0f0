import type { Refusal } from '../graphql/user-error.js';
import type { Text } from '../shared/text.js';
import { criteriaFor } from '../status-updates/work.js';
import type { Work } from '../status-updates/work.queries.js';
import type { OpenedForm } from './open-form.js';
import { editionsOf } from './write-form.js';

export function unreadable(text: Text): Refusal {
  return { code: 'FORM_UNREADABLE', field: ['content'], text };
}

export function unfit(problems: number): Refusal {
  return {
    code: 'FORM_REFUSED',
    field: ['content'],
    text: {
      vi: `Phiếu có ${problems} lỗi; chưa có gì được lưu. Hãy sửa các ô nêu dưới đây rồi tải lên lại.`,
      en: `The form has ${problems} problem(s); nothing was saved. Mend the cells below and upload it again.`,
    },
  };
}

/** Why a form is not of the place where it was brought; null when it is, or where none was named. */
export function refusalOfPlace(
  form: OpenedForm,
  expected: { institutionId: number | null; roundId: number | null },
): Refusal | null {
  if (expected.institutionId !== null && expected.institutionId !== form.institutionId)
    return {
      code: 'FORM_OF_OTHER_INSTITUTION',
      field: ['institution'],
      text: {
        vi: `Đây là phiếu của cơ sở ${form.institutionCode}. Hãy tải lên ở trang báo cáo của cơ sở đó.`,
        en: `This is the form of the institution ${form.institutionCode}. Upload it on the page of its report.`,
      },
    };
  if (expected.roundId !== null && expected.roundId !== form.roundId)
    return {
      code: 'FORM_OF_OTHER_ROUND',
      field: ['round'],
      text: {
        vi: `Đây là phiếu của đợt ${form.roundCode}. Hãy tải lên ở trang của đợt đó, hoặc tải phiếu của đợt này về.`,
        en: `This is the form of the round ${form.roundCode}. Upload it on the page of that round, or download the form of this one.`,
      },
    };
  return null;
}

/** Why a form asks something else than the round does now; null when it asks the same. */
export function refusalOfEdition(form: OpenedForm, work: Work): Refusal | null {
  const asked = criteriaFor(work).map(({ question }) => question.code);
  const isSame =
    form.editions === editionsOf(work) &&
    asked.length === form.base.size &&
    asked.every((code) => form.base.has(code));
  if (isSame) return null;
  return {
    code: 'FORM_OUTDATED',
    field: ['content'],
    text: {
      vi: `Phiếu theo bộ tiêu chí ${form.editions}; bây giờ đợt báo cáo hỏi cơ sở theo ${editionsOf(work)}, và các câu hỏi đã khác. Hãy tải phiếu mới về và chép câu trả lời sang.`,
      en: `The form is of ${form.editions}; the round now asks the institution by ${editionsOf(work)}, and the questions are others. Download the form anew and copy the answers into it.`,
    },
  };
}
