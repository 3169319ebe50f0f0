import { stat } from 'node:fs/promises';
import { OperatorError } from '../shared/errors.js';
import { runCommand, type ServerIdentity } from './command.js';

/** macOS brings its own under the second name. */
const systemUsers = ['postgres', '_postgres'];

/**
 * Who the server runs as. PostgreSQL refuses to run as root, so for root it is whoever owns the
 * cluster already (a folder first used by an ordinary user stays usable for that user), else the
 * system user postgres, which is created when there is none.
 *
 * @returns undefined when the hub runs as an ordinary user: the server then runs as that user.
 * @throws OperatorError EMBEDDED_POSTGRES_NO_USER when root has no such user and cannot create it.
 */
export async function serverIdentity(cluster: string): Promise<ServerIdentity | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = (await findSystemUser()) ?? (await createSystemUser());
  if (owner === null) return user;
  throw new OperatorError(
    'EMBEDDED_POSTGRES_NO_USER',
    `The PostgreSQL cluster ${cluster} belongs to root, and PostgreSQL refuses to run as root. ` +
      `Give it to the server's user with: chown -R ${user.uid}:${user.gid} '${cluster}'`,
  );
}

async function findSystemUser(): Promise<ServerIdentity | undefined> {
  for (const name of systemUsers) {
    const [user, group] = await Promise.all([
      runCommand('id', ['-u', name]),
      runCommand('id', ['-g', name]),
    ]);
    if (user.code === 0 && group.code === 0) {
      return { uid: Number(user.output), gid: Number(group.output) };
    }
  }
  return undefined;
}

async function createSystemUser(): Promise<ServerIdentity> {
  const output: string[] = [];
  const commands = [
    ['groupadd', '--system', '--force', 'postgres'],
    ['useradd', '--system', '--gid', 'postgres', '--no-create-home', 'postgres'],
  ] as const;
  for (const [program, ...programArguments] of commands) {
    const result = await runCommand(program, programArguments).catch((error: Error) => ({
      output: error.message,
    }));
    output.push(result.output.trim());
  }
  // Looking again, rather than at the exit codes, also suits two hubs that create it at once.
  const user = await findSystemUser();
  if (user !== undefined) return user;
  throw new OperatorError(
    'EMBEDDED_POSTGRES_NO_USER',
    'PostgreSQL refuses to run as root, and the system user postgres could not be created ' +
      `(${output.filter(Boolean).join('; ')}). Run the hub as an ordinary user, or set ` +
      'DATABASE_URL to a PostgreSQL server.',
  );
}
