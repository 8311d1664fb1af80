/** The hub: whether it is there, whether it is a hub, and what time it thinks it is. */
import type { KioskConfig } from '#contract/config.ts';
import type { ClockVerdict } from '#contract/control.ts';
import { HubFault, HubHealth, HubLife } from '#contract/hub-api.ts';
import { SIGNATURE_WINDOW_MS } from '#contract/hub-enrolment.ts';
import { reading } from '#contract/message.ts';
import { callControl } from '#electron/control/call-control.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { readLimited } from '#electron/sync/read-limited.ts';
import { words } from '../reader-language.ts';
import { well, type Check } from './check.ts';

const TIMEOUT_MS = 5_000;
const ANSWER_LIMIT_BYTES = 64 * 1024;
const A_MINUTE_MS = 60_000;
const SET_TIME = words('校准时间：timedatectl set-ntp true。', 'Set the time: timedatectl set-ntp true.');

export async function checkHub({ hub, store }: KioskConfig): Promise<Check[]> {
  const url = `${hub.url.replace(/\/+$/, '')}/v1/health`;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await readLimited(response, ANSWER_LIMIT_BYTES);
    const known = text !== null && isHub(text);
    const at = Date.parse(response.headers.get('date') ?? '');
    return [
      known ? well('hub', words(`${hub.url} 应答正常。`, `${hub.url} answers.`)) : noHub(hub.url),
      checkClock(at, Date.now()),
    ];
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
    return [
      {
        id: 'hub',
        state: 'failed',
        message: words(`连不上 ${hub.url}（${reason}）。`, `${hub.url} can't be reached (${reason}).`),
        hint: words(
          '检查网线、路由器和 kiosk.yaml 的 hub.url；自助机离线也能受理，恢复后会自动上传。',
          'Check the cable, the router and hub.url in kiosk.yaml; the kiosk goes on without it and sends later.',
        ),
      },
      clockByKiosk(await askKiosk(store)),
    ];
  }
}

async function askKiosk(store: string): Promise<ClockVerdict> {
  const report = await callControl('kiosk.report', null, { store, clock: systemClock });
  return report.ok ? report.value.clock : 'unknown';
}

/** While the hub can't be asked: what the running kiosk heard of it before, or can tell by itself. */
export function clockByKiosk(verdict: ClockVerdict): Check {
  if (verdict === 'ok')
    return well('clock', words('与平台此前所说的时间相符。', 'As the hub said it when it was heard last.'));
  if (verdict === 'unknown') return nobodySaid();
  const off = verdict === 'off';
  return {
    id: 'clock',
    state: off ? 'warning' : 'failed',
    message: off
      ? words(
          '本机时钟与平台此前所说的时间不符；自助机按平台的时间办理。',
          'This clock is not what the hub said; the kiosk goes by the hub’s.',
        )
      : words(
          '本机日期明显错误；要看日期的事项暂时办不了。',
          'This clock can’t be right; what counts from the day can’t be begun.',
        ),
    hint: SET_TIME,
  };
}

function nobodySaid(): Check {
  return {
    id: 'clock',
    state: 'unknown',
    message: words('没有可比较的时间。', 'There is no other clock to compare with.'),
    hint: words('连上汇聚平台后再查。', 'Look again when the hub can be reached.'),
  };
}

/** `hubAt` and `hereAt` in ms; `hubAt` NaN when nobody said. The hub says it in whole seconds. */
export function checkClock(hubAt: number, hereAt: number): Check {
  if (Number.isNaN(hubAt)) return nobodySaid();
  const offMs = hereAt - hubAt;
  const off = Math.round(Math.abs(offMs) / 1000);
  if (Math.abs(offMs) <= A_MINUTE_MS)
    return well('clock', words(`与平台相差 ${off} 秒。`, `${off} s apart from the hub.`));
  return {
    id: 'clock',
    state: Math.abs(offMs) > SIGNATURE_WINDOW_MS ? 'failed' : 'warning',
    message: words(
      `本机时钟比平台${offMs > 0 ? '快' : '慢'} ${off} 秒。`,
      `This clock is ${off} s ${offMs > 0 ? 'ahead of' : 'behind'} the hub.`,
    ),
    hint: SET_TIME,
  };
}

/** A fault in the hub's own form comes from a hub too. */
function isHub(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    return [HubHealth, HubLife, HubFault].some((known) => reading(known).safeParse(answer).success);
  } catch {
    return false;
  }
}

function noHub(url: string): Check {
  return {
    id: 'hub',
    state: 'failed',
    message: words(`${url} 有应答，但不是汇聚平台。`, `${url} answers, but not as a hub.`),
    hint: words(
      '核对 kiosk.yaml 的 hub.url（端口、代理、登录页）。',
      'Check hub.url in kiosk.yaml (port, proxy, login page).',
    ),
  };
}
