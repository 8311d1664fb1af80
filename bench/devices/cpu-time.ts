/** How long a process has used processors, all its threads together. */
import { readdirSync, readFileSync } from 'node:fs';

/** In ms, with fractions: the scheduler counts nanoseconds, where `utime` counts ticks of ten milliseconds. */
export function cpuMs(pid: number): number {
  const folder = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(folder).map((thread) => timeOf(`${folder}/${thread}/schedstat`));
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** A thread that ends meanwhile counts for nothing. */
function timeOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]);
  } catch {
    return 0;
  }
}
