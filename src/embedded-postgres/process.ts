import { readdir, readFile, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from './command.js';
import { systemCodeOf } from './files.js';

/**
 * A name for the servers of one cluster, that PostgreSQL shows in the command line of its every
 * process (its setting cluster_name). Taken from the folder itself and not from what is written in
 * it, so that a copy of the folder does not take the original's server for its own.
 */
export async function clusterName(cluster: string): Promise<string> {
  const { dev, ino } = await stat(cluster, { bigint: true });
  return `edu-dx-hub-${dev}-${ino}`;
}

/**
 * Whether the process runs and is a PostgreSQL server (not one of the children, which call
 * themselves `postgres: …`), as far as its command line tells on this port.
 */
export async function isPostmaster(pid: number, port?: number): Promise<boolean> {
  const text = await commandLine(pid);
  if (text.startsWith('postgres: ') || !/^(.*\/)?postgres( |$)/.test(text)) return false;
  const [, stated] = / port=(\d+) /.exec(text) ?? [];
  return stated === undefined || port === undefined || Number(stated) === port;
}

/** The processes, postmaster and children, of the server with this cluster name. */
export async function processesOf(name: string): Promise<number[]> {
  const all = await commandLines();
  return all.filter(({ text }) => isNamed(text, name)).map(({ pid }) => pid);
}

/** Whether the process runs and belongs to the server with this cluster name. */
export async function isProcessOf(pid: number, name: string): Promise<boolean> {
  return isNamed(await commandLine(pid), name);
}

/** The first argument of every server, see isNamed. */
export function clusterNameArgument(name: string): string[] {
  return ['-c', `cluster_name=${name}`];
}

function isNamed(text: string, name: string): boolean {
  return (
    text.startsWith(`postgres: ${name}: `) || text.includes(`/postgres -c cluster_name=${name} -D `)
  );
}

/** Sends a signal; a process that has gone already is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'ESRCH') return false;
    throw error;
  }
}

/** @returns whether the condition came true within that time. */
export async function waitUntil(
  condition: () => Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

/** Empty when there is no such process, or it has ended and only waits to be collected. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return linuxCommandLine(pid);
  const { output } = await runCommand('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  return output.trim();
}

async function linuxCommandLine(pid: number | string): Promise<string> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(emptyWhenNotOurs);
  return text.replaceAll('\0', ' ');
}

/** A process that has gone, or of another user that hides it; with too many open files nothing is known. */
function emptyWhenNotOurs(error: unknown): string {
  if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(systemCodeOf(error) ?? '')) return '';
  throw error;
}

async function commandLines(): Promise<{ pid: number; text: string }[]> {
  if (process.platform === 'linux') {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    return Promise.all(
      pids.map(async (pid) => ({ pid: Number(pid), text: await linuxCommandLine(pid) })),
    );
  }
  const { output } = await runCommand('ps', ['-axww', '-o', 'pid=,command=']);
  return output.split('\n').map((line) => {
    const [, pid = '', text = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), text };
  });
}
