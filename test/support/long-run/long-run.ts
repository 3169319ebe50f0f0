import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FullCast, makeCast } from './cast.js';
import { onDatabase } from './backends.js';
import type { Fault } from './fault.js';
import { FaultRun } from './fault-run.js';
import { tableOf } from './figures.js';
import { stopForGood } from './hub-faults.js';
import { checkLedger } from './ledger-check.js';
import type { RunLength } from './length.js';
import type { Run } from './member.js';
import { MixedLoad } from './mixed-load.js';
import { Outcomes } from './outcomes.js';
import { ProcessSamples } from './process-samples.js';
import { problemsOf, type CommandResult } from './run-result.js';
import { RecoveryProbe } from './recovery.js';
import type { SupervisedHub } from './supervised-hub.js';
import { WriteLedger } from './write-ledger.js';

/** A hub that is to stay up, and what is to break around it. */
export interface LongRun {
  title: string;
  hub: SupervisedHub;
  length: RunLength;
  /** Known once the hub has started. */
  password: () => Promise<string>;
  /** The address of the database itself, past everything that breaks. */
  databaseUrl: () => Promise<string>;
  faults: (cast: FullCast, load: MixedLoad) => { early: Fault[]; late: Fault[] };
  /** Recounts from the updates, as the command does; what it says. */
  verifyRollup: () => Promise<CommandResult>;
}

/** How long a first start may take, in milliseconds. */
const START_PATIENCE = 180_000;

/** Says something at once, past the reporter of the tests. */
const say = (line: string) => process.stderr.write(`${new Date().toISOString()} ${line}\n`);

/**
 * Uses a hub for a long time while one thing after another breaks; then holds what its clients were told
 * against what is there.
 * @returns all that went wrong; the figures are printed.
 */
export async function longRun(options: LongRun): Promise<string[]> {
  const { title, hub, length } = options;
  hub.start();
  await hub.untilReady(START_PATIENCE);
  const ending = new AbortController();
  const run: Run = {
    port: hub.port,
    password: await options.password(),
    outcomes: new Outcomes(),
    ledger: new WriteLedger(),
    ending: ending.signal,
  };
  const cast = await makeCast(run);
  const load = new MixedLoad(run, cast);
  const probe = new RecoveryProbe(run, cast.probe);
  const samples = new ProcessSamples(hub, length.sampleEvery);
  const faults = new FaultRun(hub, probe, say);
  try {
    const { early, late } = options.faults(cast, load);
    samples.begin();
    const working = load.go();
    await faults.go(length, early, late);
    samples.end();
    ending.abort();
    await working;

    const rollup = await options.verifyRollup();
    const findings = await onDatabase(await options.databaseUrl(), (client) =>
      checkLedger(run.ledger, client),
    );
    // Its clients still hold their connections.
    const lastStop = await stopForGood(hub);
    const { outcomes, ledger } = run;
    const growth = samples.growth();
    const { streamAnswers } = load;
    const told = { title, hub, faults, outcomes, ledger, findings, rollup, growth, lastStop };
    const result = { ...told, streamAnswers };
    const problems = problemsOf(result);
    say(tableOf(result, problems));
    if (problems.length > 0) say(`what the hub logged is in ${await keepLog(hub)}`);
    return problems;
  } finally {
    ending.abort();
    samples.end();
    load.close();
    probe.close();
    cast.sender.member.client.close();
  }
}

async function keepLog(hub: SupervisedHub): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'hub-long-log-')), 'hub.log');
  await writeFile(file, hub.log.join('\n'));
  return file;
}
