import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Measured, Readings } from './metrics.js';

const NANOSECONDS = 1e9;

/** How often the delay is looked at, in milliseconds. */
const RESOLUTION = 20;

export const OF_PROCESS: readonly Measured[] = [
  { name: 'process_start_time_seconds', help: 'When the process began, in seconds since 1970.' },
  { name: 'process_resident_memory_bytes', help: 'Memory that the process has from the machine.' },
  { name: 'process_heap_bytes', help: 'Memory that objects of JavaScript use.' },
  {
    name: 'process_cpu_seconds_total',
    help: 'Seconds of processor that the process has used.',
    isCounter: true,
  },
  {
    name: 'hub_event_loop_delay_seconds',
    help: 'How late the event loop ran since this was asked last: mean, p99 and max.',
    label: 'of',
  },
];

/**
 * What the process itself tells.
 * @returns `read`, and `end`, which stops measuring.
 */
export function readProcess(): { read: () => Readings; end: () => void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const start = Date.now() / 1000 - process.uptime();
  const late = (nanoseconds: number) =>
    Math.max(0, (nanoseconds || 0) / NANOSECONDS - RESOLUTION / 1000);
  return {
    read: () => {
      const { user, system } = process.cpuUsage();
      const { rss, heapUsed } = process.memoryUsage();
      const of = { mean: late(delay.mean), p99: late(delay.percentile(99)), max: late(delay.max) };
      delay.reset();
      return {
        process_start_time_seconds: start,
        process_resident_memory_bytes: rss,
        process_heap_bytes: heapUsed,
        process_cpu_seconds_total: (user + system) / 1e6,
        hub_event_loop_delay_seconds: of,
      };
    },
    end: () => delay.disable(),
  };
}
