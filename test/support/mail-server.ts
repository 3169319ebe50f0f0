import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server got it, whatever it answered. */
export interface Arrived {
  to: string;
  messageId: string;
  /** The lines of the mail itself. */
  raw: string;
}

/** What becomes of a mail: taken, refused for good, refused for now, cut off without an answer, or held. */
export type Treatment = 'take' | 'refuse' | 'delay' | 'drop' | 'hold';

/** What the mails of tests say of the hub. */
export const MAIL_PLACE = {
  from: { name: 'Sở Giáo dục', address: 'hub@so.example.edu.vn' },
  publicUrl: 'https://hub.example.edu.vn',
};

export interface MailServerOfTest {
  url: string;
  arrived: Arrived[];
  /** Those that the server has said yes to. */
  taken: Arrived[];
  close: () => Promise<void>;
}

/**
 * A real mail server on loopback.
 * @param treat what becomes of the mail of this number, from 0, at its end; `refuse` and `delay` are said
 * to its address, before its text.
 */
export async function mailServer(
  treat: (number: number) => Treatment = () => 'take',
): Promise<MailServerOfTest> {
  const arrived: Arrived[] = [];
  const taken: Arrived[] = [];
  const sockets = new Set<Socket>();
  let number = 0;
  const treatments = new Map<string, Treatment>();
  const server = new SMTPServer({
    authOptional: true,
    // Nobody else speaks on loopback.
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo(_address, session, callback) {
      const treatment = treat(number);
      number += 1;
      treatments.set(session.id, treatment);
      if (treatment === 'refuse') callback(failure(550, 'No such mailbox here'));
      else if (treatment === 'delay') callback(failure(451, 'Try again later'));
      else callback();
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        const [, messageId = ''] = /^Message-ID: <(.+)>/im.exec(raw) ?? [];
        const to = session.envelope.rcptTo[0]!.address;
        const mail = { to, messageId, raw };
        arrived.push(mail);
        const treatment = treatments.get(session.id);
        if (treatment === 'drop') for (const socket of sockets) socket.destroy();
        if (treatment !== 'take') return;
        taken.push(mail);
        callback(null, 'kept');
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    taken,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function failure(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** The text of a mail in one of its two forms, decoded, with plain line breaks. */
export function bodyOf({ raw }: Arrived, type: 'plain' | 'html'): string {
  const part = new RegExp(
    `Content-Type: text/${type}[^]*?Content-Transfer-Encoding: (\\S+)\\r\\n\\r\\n([^]*?)\\r\\n--`,
  ).exec(raw);
  if (!part) throw new Error(`no ${type} part in ${raw}`);
  const [, encoding, text] = part;
  if (encoding === 'base64')
    return Buffer.from(text!, 'base64').toString().replaceAll('\r\n', '\n');
  const bytes = text!
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}
