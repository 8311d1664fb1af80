/** The log as one JSON document per line on stderr, for journald and for people with `jq`. */
import type { Log } from '#contract/log.ts';

export function jsonLog(part: string, write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  return (event, detail) => {
    write(`${JSON.stringify({ at: new Date().toISOString(), part, event, ...detail })}\n`);
  };
}
