/** `yeban device ID test`: the ladder of self-tests: what the device finds by itself, what a hand tries, what eyes must say. */
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import { testsByHand } from '#contract/devices/tests-by-hand.ts';
import type { Json } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { explainControl } from '../kiosk/explain-control.ts';
import { explainDevice } from '../kiosk/explain-device.ts';
import { words, type Say } from '../reader-language.ts';

const INTERNAL_MS = 15_000;
const EXTERNAL_MS = 60_000;

interface Rung {
  readonly rung: 'internal' | 'external';
  readonly command: string;
  readonly well: boolean;
  /** What went wrong; nothing that a card or a code said. */
  readonly fault: string | null;
}

/** Stops at the first rung that doesn't hold. What eyes must say is asked, not answered. */
export async function testCommand(config: KioskConfig, device: DeviceConfig, say: Say): Promise<Answer> {
  // Loaded here, so that the other commands do not wait for it.
  const { orderDevice } = await import('../kiosk/order-device.ts');
  const ladder = [{ command: 'selfTest', payload: {}, doing: null, look: null }, ...testsByHand(device)];
  const rungs: Rung[] = [];
  const looks: string[] = [];
  for (const { command, payload, doing, look } of ladder) {
    if (doing !== null) process.stderr.write(`${say(doing)}\n`);
    const timeoutMs = command === 'selfTest' ? INTERNAL_MS : EXTERNAL_MS;
    const ordered = await orderDevice(config, { device, command, payload, timeoutMs });
    if (!ordered.ok) return fail(explainControl(ordered.fault, say));
    const { completion } = ordered.value;
    const fault = completion.ok ? unprinted(completion.value, say) : say(explainDevice(completion.fault).message);
    rungs.push({ rung: command === 'selfTest' ? 'internal' : 'external', command, well: fault === null, fault });
    if (fault !== null) break;
    if (look !== null) looks.push(say(look));
  }
  const well = rungs.every((each) => each.well);
  const text = [...rungs.map((rung) => rungText(rung, say)), ...looks].join('\n');
  return ok({ result: { rungs: rungs.map((rung) => ({ ...rung })), look: looks }, text, exitCode: well ? 0 : 1 });
}

/** A test page that nobody can vouch for is nothing to call well. */
function unprinted(value: Json, say: Say): string | null {
  const isPrint = typeof value === 'object' && value !== null && 'outcome' in value;
  if (!isPrint || value['outcome'] === 'printed') return null;
  return say(words('不能确认打印完整', 'nobody can tell whether it was printed'));
}

function rungText({ rung, command, well, fault }: Rung, say: Say): string {
  const name =
    rung === 'internal' ? words('内部自检', 'internal') : words(`外部测试 ${command}`, `external, ${command}`);
  return `${say(name)}: ${well ? say(words('正常', 'well')) : fault}`;
}
