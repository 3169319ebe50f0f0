import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.js';
import type { Span } from './outcomes.js';
import type { RecoveryProbe } from './recovery.js';
import type { RunLength } from './length.js';
import type { SupervisedHub } from './supervised-hub.js';

/** What came of one fault. */
export interface Struck {
  name: string;
  within: number;
  /** How long the hub took to answer well again, in milliseconds; null when it did not by itself. */
  recovered: number | null;
  problems: string[];
}

/** What is begun while something is broken may end a while later, in milliseconds. */
const AFTERMATH = 2_000;
const KILL_PATIENCE = 10_000;

/**
 * Breaks one thing after another for the length of a run, and measures how soon the hub answers again.
 * The faults of `early` come in the first half: they may end the process. Those of `late` come in the
 * second, which one process has to outlive. A hub that does not come back is started by hand, so that
 * the rest can be seen.
 */
export class FaultRun {
  readonly struck: Struck[] = [];
  /** When clients could meet errors. */
  readonly excused: Span[] = [];

  constructor(
    private readonly hub: SupervisedHub,
    private readonly probe: RecoveryProbe,
    private readonly say: (line: string) => void,
  ) {}

  async go(length: RunLength, early: readonly Fault[], late: readonly Fault[]): Promise<void> {
    const from = Date.now();
    const half = Math.floor(length.whole / length.faultEvery / 2);
    for (let turn = 0; ; turn += 1) {
      const next = from + (turn + 1) * length.faultEvery;
      if (next > from + length.whole) break;
      await pause(Math.max(0, next - length.faultEvery / 2 - Date.now()));
      const fault = turn < half ? early[turn % early.length] : late[(turn - half) % late.length];
      if (fault) await this.strike(fault);
      await pause(Math.max(0, next - Date.now()));
    }
  }

  private async strike(fault: Fault): Promise<void> {
    const span: Span = { from: Date.now(), to: Infinity };
    if (fault.excuses) this.excused.push(span);
    const { problems, note } = await fault
      .strike()
      .catch((error: unknown) => ({ problems: [String(error)], note: '' }));
    const recovered = await this.probe.measure();
    if (recovered === null) await this.startByHand(span);
    if (recovered === null) problems.push('the hub did not come back by itself');
    else if (recovered > fault.within) problems.push(`the hub was back after ${recovered} ms`);
    const { name, within } = fault;
    this.struck.push({ name, within, recovered, problems });
    const told = recovered === null ? 'not back' : `back after ${recovered} ms`;
    this.say([name, note, told, ...problems].filter(Boolean).join('; '));
    span.to = Date.now() + AFTERMATH;
  }

  private async startByHand(span: Span): Promise<void> {
    if (!this.excused.includes(span)) this.excused.push(span);
    await this.hub.signal('SIGKILL', KILL_PATIENCE);
    await this.probe.measure();
  }
}
