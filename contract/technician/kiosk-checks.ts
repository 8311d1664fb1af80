/** The kiosk's own reports as a row of checks, in the words of panel and terminal alike: how it is and, where something is to be done, what. */
import type { ClockVerdict, KioskReport, OutboxReport } from '../control.ts';
import { FAULTS, type FaultCode } from '../faults.table.ts';
import type { LocalText } from '../language.ts';
import type { MachineReport } from './machine.ts';

/** `resting`: out of use on purpose. */
export type Condition = 'well' | 'attention' | 'fault' | 'unknown' | 'resting';

export interface KioskCheck {
  readonly name: LocalText;
  readonly condition: Condition;
  readonly word: LocalText;
  /** What to do; null where nothing is. */
  readonly hint: LocalText | null;
}

const words = (chinese: string, english: string): LocalText => ({ 'zh-CN': chinese, en: english });
const NAMES = {
  release: words('内容版本', 'Release'),
  hub: words('到平台的线路', 'Line to the hub'),
  clock: words('时钟', 'Clock'),
  outbox: words('待发队列', 'Outbox'),
  disk: words('磁盘', 'Disk'),
  memory: words('内存', 'Memory'),
  deviceHost: words('设备进程', 'Device host'),
} as const;

interface Reports {
  readonly kiosk: KioskReport | null;
  readonly outbox: OutboxReport | null;
  readonly machine: MachineReport | null;
}

/** In the order in which they are looked at; null: that report didn't come yet. */
export function kioskChecks({ kiosk, outbox, machine }: Reports): readonly KioskCheck[] {
  return [
    ...(kiosk === null ? [] : [hubCheck(kiosk), releaseCheck(kiosk), clockCheck(kiosk)]),
    ...(outbox === null ? [] : [outboxCheck(outbox)]),
    ...(machine === null ? [] : [diskCheck(machine), memoryCheck(machine), deviceHostCheck(machine)]),
  ];
}

export function releaseCheck({ release, refused }: KioskReport): KioskCheck {
  const name = NAMES.release;
  if (release === null) {
    const word = words('没有可用的版本', 'no usable release');
    return { name, condition: 'fault', word, hint: FAULTS['release.refused'].technician };
  }
  const word = words(`第 ${release} 版`, `version ${release}`);
  if (refused === null) return { name, condition: 'well', word, hint: null };
  const hint = words(
    `较新的一版没有被接受（${refused}）：告诉管理员，用着的版本没有问题。`,
    `A newer one was refused (${refused}): tell the manager; the one in use is fine.`,
  );
  return { name, condition: 'attention', word, hint };
}

export function hubCheck({ hub }: KioskReport): KioskCheck {
  const name = NAMES.hub;
  if (hub.reachable) return { name, condition: 'well', word: words('通', 'up'), hint: null };
  if (hub.fault === null) {
    // Nothing had to be sent since the kiosk was started: nobody knows.
    return { name, condition: 'unknown', word: words('还没有东西要发送', 'nothing was sent yet'), hint: null };
  }
  const fault = Object.hasOwn(FAULTS, hub.fault) ? (hub.fault as FaultCode) : 'hub.away';
  const word = fault === 'hub.away' ? words('不通，办件会等着', 'down; cases wait') : FAULTS[fault].citizen;
  return { name, condition: 'attention', word, hint: FAULTS[fault].technician };
}

const CLOCKS: Readonly<Record<ClockVerdict, readonly [Condition, LocalText, LocalText | null]>> = {
  ok: ['well', words('准', 'right'), null],
  off: [
    'attention',
    words('与平台不一致，以平台时间为准', 'not the hub’s time; the hub’s counts'),
    FAULTS['clock.wrong'].technician,
  ],
  wrong: ['fault', words('明显错误', 'cannot be right'), FAULTS['clock.wrong'].technician],
  unknown: ['unknown', words('尚未收到平台时间', 'the hub was not heard yet'), FAULTS['hub.away'].technician],
};

export function clockCheck({ clock }: KioskReport): KioskCheck {
  const [condition, word, hint] = CLOCKS[clock];
  return { name: NAMES.clock, condition, word, hint };
}

/** Longer than any line is down for a moment. */
const OLD_SECONDS = 3_600;

export function outboxCheck({ pending, quarantined, oldestPendingSeconds, chain }: OutboxReport): KioskCheck {
  const name = NAMES.outbox;
  if (chain === 'broken') {
    const hint = words(
      '停机，联系开发人员；不要删除任何文件。',
      'Stop the kiosk and call the developers; delete nothing.',
    );
    return { name, condition: 'fault', word: words('链断了', 'the chain is broken'), hint };
  }
  if (quarantined > 0) {
    const hint = words('平台不接受这些：告诉平台管理员。', 'The hub refuses them: tell whoever runs the hub.');
    return { name, condition: 'attention', word: words(`${quarantined} 条被隔离`, `${quarantined} set aside`), hint };
  }
  if (pending === 0) return { name, condition: 'well', word: words('全部已送到', 'all delivered'), hint: null };
  const old = (oldestPendingSeconds ?? 0) > OLD_SECONDS;
  const minutes = Math.round((oldestPendingSeconds ?? 0) / 60);
  return {
    name,
    condition: old ? 'attention' : 'well',
    word: words(`${pending} 条等着，最早的 ${minutes} 分钟`, `${pending} wait, the oldest ${minutes} min`),
    hint: old ? FAULTS['hub.away'].technician : null,
  };
}

const MB = 1_000_000;
/** Below the first a kiosk takes nobody in any more; a night without a hub fits above the second. */
const [DISK_LEAST, DISK_ENOUGH] = [64 * MB, 1_000 * MB];

export function diskCheck({ disk }: MachineReport): KioskCheck {
  const word = sizeOf(disk.freeBytes, disk.totalBytes);
  const condition = disk.freeBytes < DISK_LEAST ? 'fault' : disk.freeBytes < DISK_ENOUGH ? 'attention' : 'well';
  return { name: NAMES.disk, condition, word, hint: condition === 'well' ? null : FAULTS['store.full'].technician };
}

const MEMORY_SHORT = 0.05;

function memoryCheck({ memory }: MachineReport): KioskCheck {
  const short = memory.freeBytes < memory.totalBytes * MEMORY_SHORT;
  const hint = words('若持续，请重启自助机。', 'If it stays so, restart the machine.');
  const word = sizeOf(memory.freeBytes, memory.totalBytes);
  return { name: NAMES.memory, condition: short ? 'attention' : 'well', word, hint: short ? hint : null };
}

export function deviceHostCheck({ deviceHost: { starts } }: MachineReport): KioskCheck {
  const again = starts - 1;
  if (again <= 0) {
    return { name: NAMES.deviceHost, condition: 'well', word: words('没有中断过', 'never ended'), hint: null };
  }
  return {
    name: NAMES.deviceHost,
    condition: 'attention',
    word: words(`重新启动过 ${again} 次`, `started again: ${again}`),
    hint: words(
      '在历史中看原因；请导出日志交给开发人员。',
      'The history has the reason; take the logs to the developers.',
    ),
  };
}

function sizeOf(free: number, total: number): LocalText {
  const [left, whole] = [free, total].map((bytes) => (bytes / 1_000 / MB).toFixed(1));
  return words(`空闲 ${left} GB，共 ${whole} GB`, `${left} of ${whole} GB free`);
}
