import { expect, test } from '@jest/globals';
import { lastWord } from './last-word.js';

const at = '2026-11-29 11:00:00.000 UTC [12] ';

test.each([
  ['nothing of a server that was killed', `${at}LOG:  database system is ready\n`, null],
  [
    'how it was shut down, and not what its clients were told',
    `${at}LOG:  received fast shutdown request\n${at}FATAL:  terminating connection due to administrator command\n${at}LOG:  database system is shut down\n`,
    'received fast shutdown request',
  ],
  [
    'the full disk, and not that it broke off because of it',
    `${at}PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device\n${at}LOG:  startup process (PID 9) was terminated by signal 6: Aborted\n`,
    'could not write to file "pg_wal/xlogtemp.9": No space left on device',
  ],
  [
    'no statement, and so no data',
    `${at}LOG:  server process (PID 7) was terminated by signal 9: Killed\n${at}DETAIL:  Failed process was running: select 'secret'\n${at}ERROR:  invalid input "secret"\n`,
    'server process (PID 7) was terminated by signal 9: Killed',
  ],
])('of the log is told %s', (_what, log, told) => {
  expect(lastWord(log)).toBe(told);
});
