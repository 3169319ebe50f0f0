import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** As a supervisor waits before it starts again what has ended, in milliseconds. */
const RESTART_AFTER = 100;
/** What `npm start` gives the process. */
const NODE_SETTINGS = ['--max-semi-space-size=4', '--heap-growing-percent=100'];

/** How much of them is kept, in characters. */
const LAST_WORDS = 1_500;

/** One life of the process. */
export interface Life {
  pid: number;
  startedAt: number;
  /** Null while it lasts. */
  endedAt: number | null;
  /** How it ended: a status or a signal. */
  end: string | null;
  /** Whether the test asked it to end. */
  asked: boolean;
  /** The end of what it wrote to standard error. */
  lastWords: string;
}

/** The real hub in a process of its own, started again whenever it ends, as systemd would. */
export class SupervisedHub {
  readonly lives: Life[] = [];
  /** What it wrote to standard error, line by line. */
  readonly log: string[] = [];
  #out = '';
  #child: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();
  #supervised = true;

  constructor(
    readonly port: number,
    private readonly environment: Record<string, string>,
  ) {}

  /** All that it said on standard output, of all lives. */
  get out(): string {
    return this.#out;
  }

  get life(): Life {
    const life = this.lives.at(-1);
    if (!life) throw new Error('the hub was not started');
    return life;
  }

  start(): void {
    const child = spawn(process.execPath, [...NODE_SETTINGS, 'dist/src/main.js'], {
      env: { HOST: '127.0.0.1', ...this.environment, PORT: String(this.port) },
    });
    this.#child = child;
    const life: Life = {
      ...{ pid: child.pid ?? 0, startedAt: Date.now(), endedAt: null, end: null },
      ...{ asked: false, lastWords: '' },
    };
    this.lives.push(life);
    child.stdout.on('data', (chunk: Buffer) => (this.#out += chunk.toString()));
    let rest = '';
    child.stderr.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      this.log.push(...lines);
      life.lastWords = (life.lastWords + chunk.toString()).slice(-LAST_WORDS);
    });
    this.#ended = once(child, 'close').then(async ([status, signal]) => {
      life.endedAt = Date.now();
      life.end = String(signal ?? status);
      if (!this.#supervised) return;
      await pause(RESTART_AFTER);
      if (this.#supervised) this.start();
    });
  }

  /** Waits until it takes requests. @throws after so many milliseconds, with its last words. */
  async untilReady(patience: number): Promise<void> {
    const giveUp = Date.now() + patience;
    while (!(await this.#isReady())) {
      if (Date.now() > giveUp) throw new Error(`the hub did not get ready: ${this.life.lastWords}`);
      await pause(100);
    }
  }

  async #isReady(): Promise<boolean> {
    const address = `http://127.0.0.1:${this.port}/health/ready`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    return answer?.ok ?? false;
  }

  /** The lives that ended without being asked to, counted by how, with the last words of one. */
  endsByItself(): string[] {
    const ends = new Map<string, Life[]>();
    for (const life of this.lives)
      if (life.endedAt !== null && !life.asked)
        ends.set(life.end ?? '', [...(ends.get(life.end ?? '') ?? []), life]);
    return [...ends].map(
      ([end, lives]) =>
        `the hub ended by itself ${lives.length} times with ${end}, saying: ${lives[0]?.lastWords}`,
    );
  }

  /** Sends a signal. @returns how long the process took to end, in milliseconds; null for longer. */
  async signal(signal: NodeJS.Signals, patience: number): Promise<number | null> {
    const { life } = this;
    const from = Date.now();
    life.asked = true;
    this.#child?.kill(signal);
    while (life.endedAt === null && Date.now() - from < patience) await pause(20);
    return life.endedAt === null ? null : life.endedAt - from;
  }

  /** Stops it for good, with force when it takes too long. @returns what `signal` does. */
  async stop(patience: number): Promise<number | null> {
    this.#supervised = false;
    const took = await this.signal('SIGTERM', patience);
    if (took === null) await this.signal('SIGKILL', patience);
    await this.#ended;
    return took;
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
