/** Reads the figures by criterion of a province or the country some times, and says what it took. */
import { readFile } from 'node:fs/promises';
import { loadCriterionReport } from '../dist/src/criterion-figures/criterion-report.queries.js';
import { createContext } from '../dist/src/request/context.js';
import { openOrm } from '../dist/src/tables.js';

const [, , database, code, rounds] = process.argv;
const orm = await openOrm(database);
const [unit = null] = await orm.em.fork().execute(
  `select id, kind, code, name, path, valid_from as "validFrom", valid_to as "validTo"
   from administrative_unit where kind = 'PROVINCE' and code = ?`,
  [code],
);
/** The milliseconds of processor time so far, which other programs on the machine do not change. */
async function used() {
  const [{ pids }] = await orm.em
    .fork()
    .execute(
      `select array_agg(pid) as pids from pg_stat_activity where datname = current_database()`,
    );
  const stats = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  const ticks = stats.map((stat) => {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  const { user, system } = process.cpuUsage();
  return {
    database: ticks.reduce((sum, each) => sum + each, 0) * 10,
    node: Math.round((user + system) / 1000),
  };
}

for (let round = 0; round < Number(rounds); round += 1) {
  const request = { language: 'en', now: new Date('2026-12-31T03:00:00Z'), viewer: null };
  const context = createContext(orm, request);
  const [before, started] = [await used(), performance.now()];
  const { institutions, reported, criteria } = await loadCriterionReport(context, unit, {
    framework: 'four-pillar',
  });
  const shown = criteria.filter(({ met }) => met !== null).length;
  const milliseconds = Math.round(performance.now() - started);
  const after = await used();
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${code}: ${institutions} institutions, ${reported} reported, ${shown} of ${criteria.length} criteria shown, ${milliseconds} ms; processor ${after.database - before.database} ms of the database, ${after.node - before.node} ms of Node; ${megabytes} MB\n`,
  );
}
await orm.close(true);
