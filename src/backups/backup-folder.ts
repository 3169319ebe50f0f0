import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the hub calls its own backups: nothing else in the folder is touched. */
const OWN = /^edu-dx-hub-\d{8}T\d{6}Z\.backup$/;
const UNFINISHED = /^edu-dx-hub-\d{8}T\d{6}Z\.backup\.unfinished-[\da-f-]{36}$/;

/** What a killed hub left of a backup is no use after so long, in milliseconds. */
const STALE = 24 * 3_600_000;

/** The place of a backup in its folder, which is made when it is not there. */
export async function placeFor(folder: string, now: Date): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const moment = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return join(folder, `edu-dx-hub-${moment}.backup`);
}

/** Removes all but the newest backups, and what killed hubs left. */
export async function keepNewest(folder: string, keep: number, now: Date): Promise<void> {
  const names = await readdir(folder);
  const old = names.filter((name) => OWN.test(name)).sort();
  for (const name of old.slice(0, -keep)) await rm(join(folder, name), { force: true });
  for (const name of names.filter((each) => UNFINISHED.test(each))) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && found.mtimeMs < now.getTime() - STALE)
      await rm(join(folder, name), { force: true });
  }
}

/** Removes what an attempt left that was cut off. */
export async function removeUnfinished(folder: string, file: string): Promise<void> {
  for (const name of await readdir(folder))
    if (join(folder, name).startsWith(`${file}.unfinished-`))
      await rm(join(folder, name), { force: true });
}
