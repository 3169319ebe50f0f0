/** Reads the figures by criterion of a province or the country some times, and says what it took. */
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
for (let round = 0; round < Number(rounds); round += 1) {
  const request = { language: 'en', now: new Date('2026-12-31T03:00:00Z'), viewer: null };
  const context = createContext(orm, request);
  const started = performance.now();
  const { institutions, reported, criteria } = await loadCriterionReport(context, unit, {
    framework: 'four-pillar',
  });
  const shown = criteria.filter(({ met }) => met !== null).length;
  const milliseconds = Math.round(performance.now() - started);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${code}: ${institutions} institutions, ${reported} reported, ${shown} of ${criteria.length} criteria shown, ${milliseconds} ms, ${megabytes} MB\n`,
  );
}
await orm.close(true);
