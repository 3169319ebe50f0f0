import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** What a virus scanner finds, in two pieces so that no scanner takes this file for one. */
export const EICAR = Buffer.from(
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
);

/** How the daemon behaves: as it should, without any answer, or with this one. */
type Mood = 'well' | 'silent' | { says: string };

export interface FakeClamd {
  path: string;
  mood: Mood;
  /** How many files it has got whole. */
  files: number;
  /** Sizes of the largest pieces that came. */
  largest: number;
  stop: () => Promise<void>;
  start: () => Promise<void>;
}

/** A daemon that speaks as that of ClamAV does, and knows EICAR alone. */
export async function fakeClamd(folder: string): Promise<FakeClamd> {
  const open = new Set<Socket>();
  const path = join(folder, 'clamd.ctl');
  const daemon: FakeClamd = {
    ...{ path, mood: 'well', files: 0, largest: 0 },
    start: async () => {
      server.listen(path);
      await once(server, 'listening');
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
  const answer = (socket: Socket, text: string) => {
    if (daemon.mood === 'silent') return;
    socket.end(`${typeof daemon.mood === 'object' ? daemon.mood.says : text}\0`);
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    let got = Buffer.alloc(0);
    socket.on('data', (piece) => {
      got = Buffer.concat([got, piece]);
      if (got.toString('latin1') === 'zPING\0') return answer(socket, 'PONG');
      const content = contentOf(got);
      if (!content) return;
      daemon.files += 1;
      daemon.largest = Math.max(daemon.largest, ...content.map((each) => each.length));
      const isEicar = Buffer.concat(content).includes(EICAR);
      answer(socket, isEicar ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
    });
  });
  await daemon.start();
  return daemon;
}

/** The pieces of a file that came whole; null while more is to come. */
function contentOf(got: Buffer): Buffer[] | null {
  const command = 'zINSTREAM\0';
  if (!got.subarray(0, command.length).equals(Buffer.from(command))) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length;) {
    const length = got.readUInt32BE(at);
    if (length === 0) return pieces;
    pieces.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
