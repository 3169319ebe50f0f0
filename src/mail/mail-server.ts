import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { messageOf } from '../shared/errors.js';
import type { MailText } from './mail-layout.js';

/** How long one mail may take, in milliseconds. */
export const SENDING_TIMEOUT = 30_000;

/** Where mail is handed in, who it is from, and where its links lead. */
export interface MailServer {
  /** `smtp://user:password@host:port`, or `smtps://…`. */
  url: string;
  /** The address that mail is from. */
  from: { name: string; address: string };
  /** Where people reach the hub, without a slash at its end. */
  publicUrl: string;
}

export interface Letter extends MailText {
  to: string;
  messageId: string;
  /** The address at which one click ends such mails; null where it does not. */
  unsubscribe: string | null;
}

/**
 * What became of an attempt. RETRY is for what may go well later; PERHAPS_SENT is for what was handed over
 * without a word of the server; CUT is for what the hub broke off before it was handed over; DROPPED is for
 * what is true no more.
 */
export interface Outcome {
  result: 'SENT' | 'RETRY' | 'REFUSED' | 'PERHAPS_SENT' | 'CUT' | 'DROPPED';
  /** What the server said, or why it was not reached. */
  answer: string;
}

/** Hands one mail to the server. It never rejects: what goes wrong is an outcome. */
export async function handIn(
  letter: Letter,
  server: MailServer,
  cut?: AbortSignal,
): Promise<Outcome> {
  const content = await new MailComposer({
    from: server.from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.messageId}>`,
    headers: {
      // So that no program answers it.
      'Auto-Submitted': 'auto-generated',
      ...(letter.unsubscribe && oneClick(letter.unsubscribe)),
    },
  })
    .compile()
    .build();
  let handedOver = false;
  // The connection reads it once the server has accepted the addresses.
  const body = Readable.from(
    (function* () {
      handedOver = true;
      yield content;
    })(),
  );
  const envelope = { from: server.from.address, to: letter.to, size: content.length };
  try {
    return { result: 'SENT', answer: await exchange(server, envelope, body, cut) };
  } catch (error) {
    return outcomeOf(error, handedOver, cut?.aborted ?? false);
  }
}

/** Mail programs show a button of their own for it (RFC 8058). */
const oneClick = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** One connection for one mail, so that no mail depends on what became of another. */
function exchange(
  server: MailServer,
  envelope: { from: string; to: string; size: number },
  body: Readable,
  cut?: AbortSignal,
): Promise<string> {
  const { options, login } = connectionOf(server.url);
  const connection = new SMTPConnection(options);
  const late = AbortSignal.timeout(SENDING_TIMEOUT);
  const ended = cut ? AbortSignal.any([late, cut]) : late;
  return new Promise<string>((resolve, reject) => {
    const breakOff = () => reject(new Error('It took too long, or the hub was stopped.'));
    if (ended.aborted) return breakOff();
    ended.addEventListener('abort', breakOff, { once: true });
    const send = () =>
      connection.send(envelope, body, (error, info) =>
        error ? reject(error) : resolve(info?.response ?? ''),
      );
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('The connection was closed.')));
    connection.connect((error) => {
      if (error) reject(error);
      else if (login) connection.login(login, (refused) => (refused ? reject(refused) : send()));
      else send();
    });
  }).finally(() => connection.close());
}

/** A password is sent only through TLS. */
function connectionOf(url: string): {
  options: SMTPConnectionOptions;
  login: { user: string; pass: string } | null;
} {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const login = username
    ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    : null;
  return {
    options: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      requireTLS: !secure && login !== null,
      connectionTimeout: SENDING_TIMEOUT / 3,
      greetingTimeout: SENDING_TIMEOUT / 3,
      socketTimeout: SENDING_TIMEOUT,
    },
    login,
  };
}

/** The commands whose refusal is about the mail itself, and not about the hub or the server. */
const ABOUT_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA'];

function outcomeOf(error: unknown, handedOver: boolean, wasCut: boolean): Outcome {
  const { responseCode, response, command, code } = detailsOf(error);
  const answer = (response ?? messageOf(error)).slice(0, 500);
  if (responseCode !== null && responseCode >= 500 && ABOUT_THE_MAIL.includes(command))
    return { result: 'REFUSED', answer };
  if (responseCode !== null) return { result: 'RETRY', answer };
  // An address that SMTP cannot carry stays one.
  if (code === 'EENVELOPE') return { result: 'REFUSED', answer };
  if (handedOver) return { result: 'PERHAPS_SENT', answer };
  return { result: wasCut ? 'CUT' : 'RETRY', answer };
}

function detailsOf(error: unknown) {
  const given = typeof error === 'object' && error !== null ? error : {};
  const responseCode =
    'responseCode' in given && typeof given.responseCode === 'number' ? given.responseCode : null;
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    responseCode,
    response: 'response' in given ? textOf(given.response) : null,
    command: ('command' in given && textOf(given.command)) || '',
    code: 'code' in given ? textOf(given.code) : null,
  };
}
