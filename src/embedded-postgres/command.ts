import { spawn } from 'node:child_process';

/** The system user that a child process runs as; undefined means the hub's own. */
export interface ServerIdentity {
  readonly uid: number;
  readonly gid: number;
}

/**
 * All that a child process gets to see of the environment: PG* variables or a locale of the user
 * must not change what the server does.
 */
export const childEnvironment = {
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
};

export interface CommandResult {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs a program to its end and collects what it writes.
 * @throws the system's error (ENOENT, EACCES) when the program cannot be started at all.
 */
export function runCommand(
  program: string,
  programArguments: string[],
  options: { identity?: ServerIdentity; cwd?: string } = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      ...options.identity,
      cwd: options.cwd ?? '/',
      env: childEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
