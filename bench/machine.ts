/** What a reader needs to know of the machine to compare figures. */
import os from 'node:os';

export function describeMachine(): string {
  const model = os.cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  return `${os.availableParallelism()} × ${model}, ${memory} GiB, ${os.type()} ${os.release()}, Node ${process.versions.node}`;
}
