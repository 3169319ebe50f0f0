import { readdir, readFile } from 'node:fs/promises';
import type { Life, SupervisedHub } from './supervised-hub.js';

interface Sample {
  pid: number;
  /** Resident memory in megabytes. */
  memory: number;
  /** Open files, sockets and the like. */
  handles: number;
}

/** What grew in the longest life of the process: its second fifth, after the warm-up, and its last. */
export interface Growth {
  samples: number;
  memory: [number, number];
  handles: [number, number];
}

/** What may be added to what a process held after its warm-up. */
const SLACK = { share: 1.15, memory: 40, handles: 25 };

/** Fewer do not tell five parts of a life apart. */
const FEWEST = 15;

/**
 * Memory and open handles of the hub over time. Some faults end the process, so the faults of the
 * second half are those that it has to outlive: that half is one long life, and only within a life are
 * figures compared.
 */
export class ProcessSamples {
  readonly #samples: Sample[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly hub: SupervisedHub,
    private readonly every: number,
  ) {}

  begin(): void {
    this.#timer = setInterval(() => void this.take(), this.every);
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  private async take(): Promise<void> {
    const { pid } = this.hub.life;
    try {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
      const handles = (await readdir(`/proc/${pid}/fd`)).length;
      this.#samples.push({ pid, memory: Math.round(kilobytes / 1024), handles });
    } catch {
      // Between two lives there is nothing to measure.
    }
  }

  growth(): Growth {
    const ofLife = ({ pid }: Life) => this.#samples.filter((sample) => sample.pid === pid);
    const lives = this.hub.lives.map(ofLife);
    const longest = lives.reduce((one, other) => (other.length > one.length ? other : one), []);
    const fifth = Math.floor(longest.length / 5);
    const medians = (measure: 'memory' | 'handles'): [number, number] => {
      const values = longest.map((sample) => sample[measure]);
      return [median(values.slice(fifth, 2 * fifth)), median(values.slice(-fifth))];
    };
    return { samples: longest.length, memory: medians('memory'), handles: medians('handles') };
  }
}

/** What grew more than it may. */
export function growthProblems({ samples, memory, handles }: Growth): string[] {
  if (samples < FEWEST)
    return [`no life of the hub was long enough to measure: ${samples} samples`];
  const grew = ([before, after]: [number, number], slack: number) =>
    after > before * SLACK.share + slack;
  return [
    ...(grew(memory, SLACK.memory) ? [`memory grew from ${memory.join(' to ')} MB`] : []),
    ...(grew(handles, SLACK.handles) ? [`open handles grew from ${handles.join(' to ')}`] : []),
  ];
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
