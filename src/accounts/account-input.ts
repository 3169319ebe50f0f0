import { passwordProblem } from '../auth/password.js';
import { requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';

/** What the graph's EmailAddress can show, with a domain of two parts at least. */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

/** The longest name and e-mail of an account, in characters. */
const LONGEST = 200;

/** An e-mail as accounts keep it: case does not matter. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Everything that is wrong with the name, e-mail and password of a new account. */
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

/** What is wrong with a new password. */
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
