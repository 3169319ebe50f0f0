import type { FaultRun } from './fault-run.js';
import type { Findings } from './ledger-check.js';
import type { Outcomes } from './outcomes.js';
import { growthProblems, type Growth } from './process-samples.js';
import type { SupervisedHub } from './supervised-hub.js';
import type { WriteLedger } from './write-ledger.js';

/** What a command came to. */
export interface CommandResult {
  status: number | null;
  out: string;
  err: string;
}

/** All that was found out in a run. */
export interface RunResult {
  title: string;
  hub: SupervisedHub;
  faults: FaultRun;
  outcomes: Outcomes;
  ledger: WriteLedger;
  findings: Findings;
  rollup: CommandResult;
  growth: Growth;
  /** How long the last stop took, in milliseconds; null when the hub had to be killed. */
  lastStop: { took: number | null; problems: string[] };
  streamAnswers: number;
}

/** All that went wrong in a run, each as a sentence. */
export function problemsOf(result: RunResult): string[] {
  const { hub, faults, outcomes, ledger, findings, rollup, growth, lastStop } = result;
  return [
    ...faults.struck.flatMap((one) => one.problems.map((problem) => `${one.name}: ${problem}`)),
    ...outcomes.unexcused(faults.excused),
    ...findings.lost.map((one) => `lost: ${one}`),
    ...findings.doubled.map((one) => `doubled: ${one}`),
    ...findings.unwanted.map((one) => `done all the same: ${one}`),
    ...findings.torn,
    ...(rollup.status === 0 ? [] : [`rollup verify: ${rollup.out}${rollup.err}`]),
    ...growthProblems(growth),
    ...hub.endsByItself(),
    ...lastStop.problems,
    ...(result.streamAnswers === 0 ? ['nothing came on the stream'] : []),
    ...(ledger.count('done') === 0 ? ['no write was done'] : []),
  ];
}
