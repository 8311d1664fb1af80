/** `yeban device ID trace`: what passes on the wire, line by line, once or until it is stopped. */
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import type { TraceLine, TraceRequest } from '#contract/devices/trace.ts';
import { hallTime } from '#contract/hall-time.ts';
import { fail, ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { explainControl } from '../kiosk/explain-control.ts';
import { refuseCamera } from '../kiosk/refuse-camera.ts';
import type { TraceReader } from '../kiosk/trace-device.ts';
import { words, type Say } from '../reader-language.ts';

export interface TraceWishes {
  readonly follow: boolean;
  readonly json: boolean;
}

const WAIT_MS = 10_000;
const ARROWS = { toDevice: '→', fromDevice: '←' } as const satisfies Record<TraceLine['direction'], string>;

export async function traceCommand(
  config: KioskConfig,
  device: DeviceConfig,
  { follow, json }: TraceWishes,
  say: Say,
): Promise<Answer> {
  const camera = refuseCamera(device, say);
  if (camera !== null) return fail(camera);
  // Loaded here, so that the other commands do not wait for it.
  const { traceDevice } = await import('../kiosk/trace-device.ts');
  const opened = await traceDevice(config, device);
  if (!opened.ok) return fail(explainControl(opened.fault, say));
  const reader = opened.value;
  try {
    return follow ? await followTrace(reader, json, say) : await tellTrace(reader, say);
  } finally {
    await reader.close();
  }
}

async function tellTrace(reader: TraceReader, say: Say): Promise<Answer> {
  const page = await reader.read({ after: null, waitMs: 0 });
  if (!page.ok) return fail(explainControl(page.fault, say));
  const { lines } = page.value;
  const text = lines.map((line) => lineText(line, say)).join('\n');
  const nothing = words('线路上还没有动静。', 'Nothing passed on the wire yet.');
  return ok({ result: { lines: [...lines] }, text: text === '' ? say(nothing) : text, exitCode: 0 });
}

/** Ctrl+C is its regular end. What is written goes out at once, so that it can be piped on. */
async function followTrace(reader: TraceReader, json: boolean, say: Say): Promise<Answer> {
  const stopped = Promise.withResolvers<'stopped'>();
  const stop = (): void => {
    stopped.resolve('stopped');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  let after: number | null = null;
  for (;;) {
    const asked: TraceRequest = { after, waitMs: WAIT_MS };
    const page = await Promise.race([reader.read(asked), stopped.promise]);
    if (page === 'stopped') return null;
    if (!page.ok) return fail(explainControl(page.fault, say));
    for (const line of page.value.lines) {
      process.stdout.write(`${json ? JSON.stringify(line) : lineText(line, say)}\n`);
    }
    after = page.value.next;
  }
}

function lineText({ at, direction, words: said }: TraceLine, say: Say): string {
  return `${clockTime(at)} ${ARROWS[direction]} ${say(said)}`;
}

function clockTime(at: number): string {
  return `${hallTime(at).slice(11)}.${String(Math.floor(at) % 1_000).padStart(3, '0')}`;
}
