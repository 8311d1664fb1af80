/** `yeban device ID accept --amount FEN`: a technician tries a note or coin acceptor with real money, beside no ledger. */
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import { fail, ok } from '#contract/result.ts';
import type { Answer } from '../answer.ts';
import { acceptCash, storedFen, type TakenNote } from '../kiosk/accept-cash.ts';
import { explainDevice } from '../kiosk/explain-device.ts';
import { isKioskRunning } from '../kiosk/kiosk-runs.ts';
import { words, type Say } from '../reader-language.ts';

const MOST_FEN = 1_000_000;

const OUTCOMES = {
  stored: words('已入箱', 'in the box'),
  returned: words('已退回', 'given back'),
  inDoubt: words('下落不明，请查看设备', 'nobody knows where: look into the device'),
} as const satisfies Record<TakenNote['outcome'], unknown>;

export async function acceptCommand(
  config: KioskConfig,
  device: DeviceConfig,
  { amount, timeoutMs }: { readonly amount: string | undefined; readonly timeoutMs: number },
  say: Say,
): Promise<Answer> {
  const amountFen = Number(amount);
  if (!Number.isInteger(amountFen) || amountFen < 1 || amountFen > MOST_FEN) {
    const hint = words(
      `请用 --amount 给出 1 到 ${MOST_FEN} 分，例如 --amount 1000 是 10 元。`,
      `Give --amount in fen, 1 to ${MOST_FEN}: --amount 1000 is 10 yuan.`,
    );
    return fail({ code: 'usage', message: `--amount ${amount ?? ''}`, hint: say(hint), exitCode: 2 });
  }
  if (await isKioskRunning(config)) {
    const message = words(
      '自助机在运行：它的账本不会知道这笔钱。',
      'A kiosk is running, and its ledger would not hear of this money.',
    );
    const hint = words(
      '先停下它（systemctl stop yeban-kiosk），再试收款。',
      'Stop it first (systemctl stop yeban-kiosk), then try again.',
    );
    return fail({ code: 'device.busy', message: say(message), hint: say(hint), exitCode: 1 });
  }
  process.stderr.write(`${say(words('请放入现金……', 'Put in money …'))}\n`);
  const onNote = (note: TakenNote): void => void process.stderr.write(`${lineOf(note, say)}\n`);
  const taken = await acceptCash({ device, amountFen, timeoutMs, onNote });
  if (!taken.ok) {
    const { code, completion, detail } = taken.fault;
    const { message, hint } = explainDevice({ code, detail: detail ?? completion });
    return fail({
      code,
      message: `${device.id}: ${say(message)}`,
      hint: say(hint),
      detail: { device: device.id },
      exitCode: 1,
    });
  }
  const acceptedFen = storedFen(taken.value);
  const notes = taken.value.map(({ valueFen, outcome }) => ({ valueFen, outcome }));
  const sum = words(`共收 ${yuan(acceptedFen)} 元`, `${yuan(acceptedFen)} yuan accepted`);
  const text = [...taken.value.map((note) => lineOf(note, say)), say(sum)].join('\n');
  return ok({ result: { acceptedFen, notes }, text, exitCode: acceptedFen === amountFen ? 0 : 1 });
}

function lineOf({ valueFen, outcome }: TakenNote, say: Say): string {
  return `${yuan(valueFen)} ${say(words('元', 'yuan'))} ${say(OUTCOMES[outcome])}`;
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
