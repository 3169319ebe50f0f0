import type { Refusal } from '../graphql/user-error.js';

/* What planners may not give, who keep the accounts of the schools in their units. */

export const ROLE_BEYOND: Refusal = {
  code: 'FORBIDDEN',
  field: ['role'],
  text: {
    vi: 'Người lập kế hoạch chỉ giao vai trò quản trị trường. Hãy nhờ người vận hành giao vai trò này.',
    en: 'Planners give the role of a school administrator only. Ask an operator to give this one.',
  },
};

export const SCHOOL_BEYOND: Refusal = {
  code: 'FORBIDDEN',
  field: ['institution'],
  text: {
    vi: 'Cơ sở này không thuộc đơn vị mà bạn lập kế hoạch. Hãy nhờ người lập kế hoạch của đơn vị đó, hoặc người vận hành.',
    en: 'The institution is in no unit that you plan for. Ask a planner of its unit, or an operator.',
  },
};

/** Planners add nobody without a duty, because they would not keep the account. */
export const NO_DUTY: Refusal = {
  code: 'FORBIDDEN',
  field: ['grants'],
  text: {
    vi: 'Người lập kế hoạch chỉ tạo tài khoản của trường. Hãy nêu cơ sở giáo dục mà người này quản trị.',
    en: 'Planners add accounts of schools only. Name the institution that the person is to report for.',
  },
};
