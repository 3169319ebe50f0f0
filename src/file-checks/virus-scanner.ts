import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { messageOf } from '../shared/errors.js';

/** Where the daemon of ClamAV listens: a socket on this machine, or an address. */
export type ScannerAddress = { path: string } | { host: string; port: number };

/** In milliseconds, for one file and for the question whether the scanner is there. */
const TIMES = { file: 60_000, ping: 1000 };

/** The scanner was not reached, or did not say what is in a file. */
export class VirusScannerError extends Error {
  override readonly name = 'VirusScannerError';
}

/** Asks the daemon of ClamAV what is in a file. */
export class VirusScanner {
  constructor(
    private readonly address: ScannerAddress,
    /** Whether files are taken while it cannot be reached; they are examined later. */
    readonly takesUnexamined: boolean,
    private readonly times = TIMES,
  ) {}

  /**
   * @param content is read once, piece by piece.
   * @returns the name of the signature that was found; null when none was.
   * @throws VirusScannerError
   */
  async scan(content: AsyncIterable<unknown>): Promise<string | null> {
    const answer = await this.#ask('INSTREAM', framed(content), this.times.file);
    if (answer === 'stream: OK') return null;
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (found === undefined) throw new VirusScannerError(`it said “${answer}”`);
    return found;
  }

  /** Why it cannot be asked; null when it can. */
  async problem(): Promise<string | null> {
    try {
      const answer = await this.#ask('PING', [], this.times.ping);
      return answer === 'PONG' ? null : `it said “${answer}”`;
    } catch (error) {
      return messageOf(error);
    }
  }

  /** A sentence for the operator while it cannot be asked; null while it can. */
  async warning(): Promise<string | null> {
    const problem = await this.problem();
    const meanwhile = this.takesUnexamined
      ? 'files of evidence are taken, marked as not examined, and examined later'
      : 'no files of evidence are taken';
    return problem === null
      ? null
      : `the virus scanner (HUB_CLAMAV_SOCKET) does not answer: ${problem}; until it does, ${meanwhile}`;
  }

  async #ask(
    command: string,
    content: AsyncIterable<Buffer> | Iterable<Buffer>,
    patience: number,
  ): Promise<string> {
    const options: NetConnectOpts = this.address;
    const socket = connect(options);
    const timer = setTimeout(
      () => socket.destroy(new Error(`no answer within ${patience / 1000} seconds`)),
      patience,
    );
    const answer: Buffer[] = [];
    socket.on('data', (piece) => answer.push(piece));
    const closed = new Promise<void>((resolve, reject) => {
      socket.once('error', reject).once('close', () => resolve());
    });
    try {
      await Promise.all([closed, send(socket, command, content, closed)]);
    } catch (error) {
      // A daemon that refuses a file closes at once, and its answer says why.
      if (answer.length === 0) throw new VirusScannerError(messageOf(error), { cause: error });
    } finally {
      clearTimeout(timer);
      socket.destroy();
    }
    return Buffer.concat(answer).toString('utf8').replace(/\0.*$/s, '').trim();
  }
}

async function send(
  socket: Socket,
  command: string,
  content: AsyncIterable<Buffer> | Iterable<Buffer>,
  closed: Promise<void>,
): Promise<void> {
  socket.write(`z${command}\0`);
  for await (const piece of content) {
    if (socket.destroyed) return;
    if (socket.write(piece)) continue;
    await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
  }
}

/** Each piece behind its length, and nothing at the end. */
async function* framed(content: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    if (!Buffer.isBuffer(piece) || piece.length === 0) continue;
    yield lengthOf(piece.length);
    yield piece;
  }
  yield lengthOf(0);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
