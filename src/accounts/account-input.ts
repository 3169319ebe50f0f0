import { passwordProblem } from '../auth/password.js';
import { requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';

/** The graph's EmailAddress scalar needs a domain of at least two parts. */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

const LONGEST = 200;

/** Case does not matter in an e-mail, so accounts keep it in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

export function accountProblems(account: {
  name: string;
  email: string;
  password: string;
}): Refusal[] {
  const { name, email, password } = account;
  const problems = [
    ...requiredTextProblems(name, 'name', LONGEST),
    ...requiredTextProblems(email, 'email', LONGEST),
  ];
  if (email.trim() !== '' && !EMAIL.test(email.trim()))
    problems.push({
      code: 'EMAIL_INVALID',
      field: ['email'],
      text: {
        vi: `“${email}” không phải là địa chỉ e-mail.`,
        en: `“${email}” is not an e-mail address.`,
      },
    });
  return [...problems, ...passwordProblems(password, ['password'])];
}

export function passwordProblems(password: string, field: string[]): Refusal[] {
  const problem = passwordProblem(password);
  return problem ? [{ code: 'PASSWORD_UNFIT', field, text: problem }] : [];
}

export function emailTaken(email: string): Refusal {
  return {
    code: 'EMAIL_TAKEN',
    field: ['email'],
    text: {
      vi: `Đã có tài khoản với e-mail ${email}.`,
      en: `There is an account with the e-mail ${email} already.`,
    },
  };
}
