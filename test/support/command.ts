import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Finished {
  status: number | null;
  out: string;
  err: string;
}

/** A program of the hub in a process of its own, with nothing in its environment but what is given. */
export interface Running {
  process: ChildProcess;
  /** Resolves with all that came out once the text has; rejects when the program ends without it. */
  saying: (text: string) => Promise<string>;
  finished: Promise<Finished>;
}

/** Starts `main.js` (the hub) or `cli.js` (a command) from the build. */
export function run(
  program: 'main' | 'cli',
  parameters: string[],
  environment: Record<string, string>,
): Running {
  const child = spawn(process.execPath, [`dist/src/${program}.js`, ...parameters], {
    env: environment,
  });
  let out = '';
  let err = '';
  const waiting: (() => void)[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    waiting.forEach((check) => check());
  });
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const finished = once(child, 'close').then(([status]) => ({
    status: status as number | null,
    out,
    err,
  }));
  const saying = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const check = () => out.includes(text) && resolve(out);
      waiting.push(check);
      check();
      void finished.then((end) =>
        reject(new Error(`ended without “${text}”: ${JSON.stringify(end)}`)),
      );
    });
  return { process: child, saying, finished };
}

/** Runs a command to its end. */
export function command(
  parameters: string[],
  environment: Record<string, string>,
): Promise<Finished> {
  return run('cli', parameters, environment).finished;
}
