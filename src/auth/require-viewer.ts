import { RequestError } from '../shared/errors.js';
import type { Viewer } from './viewer.js';

/** @throws RequestError UNAUTHENTICATED when nobody is signed in. */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (viewer) return viewer;
  throw new RequestError('UNAUTHENTICATED', {
    vi: 'Hãy đăng nhập trước: gửi “Authorization: Bearer …” với accessToken của sessionStart.',
    en: 'Sign in first: send “Authorization: Bearer …” with the accessToken of sessionStart.',
  });
}

export function forbidden(): RequestError {
  return new RequestError('FORBIDDEN', {
    vi: 'Tài khoản này không có quyền làm việc đó. Hãy xem viewer.grants; người vận hành cấp quyền.',
    en: 'This account may not do that. See viewer.grants; an operator gives rights.',
  });
}
