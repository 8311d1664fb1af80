/** A process that can't go on ends at once, says where, and quotes nobody. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const POLICY = JSON.stringify(import.meta.resolve('./crash-policy.ts'));

function crash(how: string): { status: number | null; said: string } {
  const script = `const { endOnTheUnexpected, endProcess } = await import(${POLICY});
    endOnTheUnexpected((event, detail) => process.stderr.write(JSON.stringify({ event, ...detail })));
    setInterval(() => {}, 60_000);
    ${how}`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  return { status, said: stderr };
}

test.each([
  ['is thrown', "endProcess(new RangeError('林小英 is not an age'));"],
  ['is a promise nobody waited for', "void Promise.reject(new RangeError('林小英 is not an age'));"],
  [
    'is a promise nobody waited for, where that is only warned of, as in Electron',
    `process.on('unhandledRejection', () => {}); void Promise.reject(new RangeError('林小英 is not an age'));`,
  ],
])('an error that %s', (_how, script) => {
  const { status, said } = crash(script);
  expect(status).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    event: 'process.crashed',
    error: 'RangeError',
    at: expect.stringContaining('eval1]:'),
  });
  expect(said).not.toContain('林小英');
});
