import type { Struck } from './fault-run.js';
import type { RunResult } from './run-result.js';

const VERDICTS = ['done', 'refused', 'nothing', 'unknown'] as const;

/** The figures of a run as a small table, with what went wrong under it. */
export function tableOf(result: RunResult, problems: readonly string[]): string {
  const { title, outcomes, ledger, findings, growth, hub, lastStop } = result;
  const counts = outcomes.counts().map(([code, count]) => `${code} ${count}`);
  const verdicts = VERDICTS.map((verdict) => `${verdict} ${ledger.count(verdict)}`);
  const { lost, doubled, unwanted } = findings;
  const rows: [string, string][] = [
    ...faultRows(result.faults.struck),
    ['requests', `${outcomes.total()}: ${counts.join(', ')}`],
    ['writes', `${ledger.writes.length}: ${verdicts.join(', ')}`],
    [
      'writes lost, doubled, unwanted',
      [lost, doubled, unwanted].map((all) => all.length).join(', '),
    ],
    ['writes that stayed unknown', ledger.unknown().join(', ') || 'none'],
    ['rollup verify', result.rollup.status === 0 ? 'clean' : 'differs'],
    ['answers on the stream', String(result.streamAnswers)],
    ['memory, MB', `${growth.memory.join(' → ')} in ${growth.samples} samples of one life`],
    ['open handles', growth.handles.join(' → ')],
    ['lives of the process', hub.lives.map(({ end }) => end ?? 'runs').join(', ')],
    ['lines in the log', logRow(hub.log)],
    ['last stop', seconds(lastStop.took)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    '',
    title,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    ...(problems.length > 0 ? ['  what went wrong', ...problems.map((one) => `    ${one}`)] : []),
    '',
  ].join('\n');
}

/** One row for each kind of fault: how often, and how soon the hub was back. */
function faultRows(struck: readonly Struck[]): [string, string][] {
  const names = [...new Set(struck.map(({ name }) => name))];
  return names.map((name) => {
    const times = struck.filter((one) => one.name === name).map(({ recovered }) => recovered);
    return [name, `${times.length} times, back after ${times.map(seconds).join(', ')}`];
  });
}

function seconds(milliseconds: number | null): string {
  return milliseconds === null ? 'never' : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** How many lines, how many of them of a stack, and what most of them say. */
function logRow(log: readonly string[]): string {
  const stacks = log.filter((line) => /\\n {4}at |^ {4}at /.test(line)).length;
  const said = new Map<string, number>();
  for (const line of log) {
    const message = /"msg":"([^"]*)"/.exec(line)?.[1] ?? line.slice(0, 60);
    said.set(message, (said.get(message) ?? 0) + 1);
  }
  const most = [...said].sort(([, one], [, other]) => other - one).slice(0, 4);
  return `${log.length}, with a stack ${stacks}; ${most.map(([text, count]) => `“${text}” ${count}`).join(', ')}`;
}
