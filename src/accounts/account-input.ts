import { passwordProblem } from '../auth/password.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Text } from '../shared/text.js';

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
  const problems: Refusal[] = [];
  if (name.trim() === '')
    problems.push({
      code: 'NAME_MISSING',
      field: ['name'],
      text: { vi: 'Tên đang trống. Hãy ghi tên của người đó.', en: 'The name is empty.' },
    });
  if (!EMAIL.test(email.trim()))
    problems.push({
      code: 'EMAIL_INVALID',
      field: ['email'],
      text: {
        vi: `“${email}” không phải là địa chỉ e-mail.`,
        en: `“${email}” is not an e-mail address.`,
      },
    });
  for (const field of ['name', 'email'] as const) {
    const { length } = [...account[field]];
    if (length > LONGEST)
      problems.push({
        code: 'TEXT_TOO_LONG',
        field: [field],
        text: {
          vi: `Có ${length} ký tự; nhiều nhất là ${LONGEST}.`,
          en: `It has ${length} characters; at most ${LONGEST} are taken.`,
        },
      });
  }
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

/** Refuses an id that names nothing of the kind. */
export function notFound(field: string[], what: Text): Refusal {
  return {
    code: 'NOT_FOUND',
    field,
    text: {
      vi: `Không có ${what.vi} nào mang mã này.`,
      en: `There is no ${what.en} with this id.`,
    },
  };
}

export const NO_ACCOUNT = notFound(['account'], { vi: 'tài khoản', en: 'account' });
