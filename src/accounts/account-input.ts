import { passwordProblem } from '../auth/password.js';
import { requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';

/** The graph's EmailAddress scalar needs a domain of at least two parts. */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

/** Without an @, so that it is never an e-mail. */
const SIGN_IN_NAME = /^[a-z\d][\w.-]{1,58}[a-z\d]$/;

const LONGEST = 200;

/** Case does not matter in an e-mail, so accounts keep it in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Who somebody is for the hub: an e-mail or, without one, a name to sign in with. */
export interface Identification {
  email: string | null;
  signInName: string | null;
}

/** As accounts keep it: in lower case, and what is empty as null. */
export function normalIdentification(given: {
  email?: string | null;
  signInName?: string | null;
}): Identification {
  return {
    email: normalEmail(given.email ?? '') || null,
    signInName: normalEmail(given.signInName ?? '') || null,
  };
}

/** What is wrong with a name to be shown by. */
export const nameProblems = (name: string): Refusal[] =>
  requiredTextProblems(name, 'name', LONGEST);

/** @param account with an e-mail or name in the normal form; without a password it is invited. */
export function accountProblems(
  account: Identification & { name: string; password: string | null },
): Refusal[] {
  const { name, password } = account;
  return [
    ...nameProblems(name),
    ...identificationProblems(account),
    ...(password === null ? [] : passwordProblems(password, ['password'])),
  ];
}

function identificationProblems({ email, signInName }: Identification): Refusal[] {
  if (email !== null && signInName !== null) return [NAME_BESIDE_EMAIL];
  if (signInName !== null) return SIGN_IN_NAME.test(signInName) ? [] : [nameUnfit(signInName)];
  return emailProblems(email ?? '');
}

/** @param email in the normal form. */
export function emailProblems(email: string): Refusal[] {
  const problems = requiredTextProblems(email, 'email', LONGEST);
  if (email === '' || EMAIL.test(email)) return problems;
  return [
    ...problems,
    {
      code: 'EMAIL_INVALID',
      field: ['email'],
      text: {
        vi: `“${email}” không phải là địa chỉ e-mail.`,
        en: `“${email}” is not an e-mail address.`,
      },
    },
  ];
}

const NAME_BESIDE_EMAIL: Refusal = {
  code: 'SIGN_IN_NAME_UNFIT',
  field: ['signInName'],
  text: {
    vi: 'Người có e-mail đăng nhập bằng e-mail. Hãy bỏ trống tên đăng nhập.',
    en: 'People with an e-mail sign in with it. Leave the sign-in name empty.',
  },
};

function nameUnfit(signInName: string): Refusal {
  return {
    code: 'SIGN_IN_NAME_UNFIT',
    field: ['signInName'],
    text: {
      vi: `“${signInName}” không dùng được làm tên đăng nhập: cần từ 3 đến 60 ký tự, chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch nối và gạch dưới.`,
      en: `“${signInName}” is no name to sign in with: it needs 3 to 60 letters without diacritics, digits, dots, hyphens or underscores.`,
    },
  };
}

export function passwordProblems(password: string, field: string[]): Refusal[] {
  const problem = passwordProblem(password);
  return problem ? [{ code: 'PASSWORD_UNFIT', field, text: problem }] : [];
}

/** Two accounts of one e-mail, or of one name. */
export function identificationTaken({ email, signInName }: Identification): Refusal {
  if (email === null)
    return {
      code: 'SIGN_IN_NAME_TAKEN',
      field: ['signInName'],
      text: {
        vi: `Đã có tài khoản với tên đăng nhập ${signInName}.`,
        en: `There is an account with the sign-in name ${signInName} already.`,
      },
    };
  return {
    code: 'EMAIL_TAKEN',
    field: ['email'],
    text: {
      vi: `Đã có tài khoản với e-mail ${email}.`,
      en: `There is an account with the e-mail ${email} already.`,
    },
  };
}
