import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startHub, type TestHub } from './support/hub.js';
import { Importer } from './support/import-jobs.js';
import { signIn } from './support/people.js';

/** Not enough for the modules of the thread alone. */
const FEW_MEGABYTES = 12;

/** As it runs: a thread cannot be made of what the tests are compiled from. */
const built = (path: string) => import(new URL(`../dist/src/${path}`, import.meta.url).href);

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo' });
});
afterAll(async () => {
  await hub.close();
});

test('a file that needs more memory than one is given is refused with what to do, and the hub goes on', async () => {
  const { importThread } = await built('start/import-thread.js');
  const { startImportJobs } = await built('import-jobs/import-job-loop.service.js');
  const operator = new Importer(hub, await signIn(hub, { role: 'OPERATOR' }, 'Anh Bình'));
  const stop = startImportJobs(hub.orm, pino({ level: 'silent' }), {
    work: importThread(hub.databaseUrl, { megabytes: FEW_MEGABYTES }),
    every: 20,
  });
  try {
    const job = await operator.bring(
      'UNITS',
      'units.csv',
      'kind,code,name\nPROVINCE,99,Tỉnh Mới\n',
    );
    expect(job).toMatchObject({
      state: 'FAILED',
      message:
        'The file has too many rows to be worked on at once. Nothing was changed. Split it into smaller files.',
    });
  } finally {
    await stop();
  }
});
