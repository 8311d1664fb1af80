/** What main does for each call that the technician's panel is made of. */
import type { Clock } from '#contract/clock.ts';
import type { KioskConfig } from '#contract/config.ts';
import type { ControlHandlers } from '#contract/control.ts';
import { TEST_NAMES } from '#contract/devices/self-tests.table.ts';
import { testsByHand } from '#contract/devices/tests-by-hand.ts';
import type { LocalText } from '#contract/language.ts';
import type { DeviceId } from '#contract/ids.ts';
import type { Json } from '#contract/json.ts';
import type { technicianCalls } from '#contract/technician/calls.ts';
import type { MachineReport } from '#contract/technician/machine.ts';
import { REFUSALS, type RefusalCode } from '#contract/technician/refusals.table.ts';
import { ControlRefusal } from '../control/control-refusal.ts';
import type { ServiceableDeviceHost } from '../devices/device-host-client.ts';
import type { KioskClaim } from '../main/kiosk-claims.ts';
import type { AuditBook } from './audit-book.ts';
import type { BundleDesk } from './bundle-desk.ts';
import { cabinetView } from './cabinet-view.ts';
import { countersOf } from './count-for-people.ts';
import type { HistoryBook } from './history-book.ts';
import type { TotalsBook } from './keep-totals.ts';
import { machineReport } from './machine-report.ts';
import { readRenewals, renew, suppliesOf, type KnownDevice } from './supplies.ts';
import { testDevice } from './test-device.ts';

export type TechnicianHandlers = Pick<ControlHandlers, keyof typeof technicianCalls>;

export interface TechnicianParts {
  readonly config: Pick<KioskConfig, 'devices' | 'store'>;
  /** The technicians' folder in the store. */
  readonly folder: string;
  readonly devices: ServiceableDeviceHost;
  readonly claim: KioskClaim;
  readonly audit: AuditBook;
  readonly history: HistoryBook;
  readonly totals: TotalsBook;
  readonly bundle: BundleDesk;
  readonly deviceHost: () => MachineReport['deviceHost'];
  readonly clock: Clock;
}

const SELF_TEST_MS = 15_000;
const TRY_OUT_MS = 60_000;

/** `who`: by whose key, for the history; null through the socket. */
export function makeTechnicianHandlers(parts: TechnicianParts, who: string | null): TechnicianHandlers {
  const { config, folder, devices, audit, history, totals, bundle, clock } = parts;
  const statusOf = (id: DeviceId) => devices.status(id);
  const deviceOf = (id: DeviceId) => {
    const device = config.devices.find((each) => each.id === id);
    if (device === undefined) throw new ControlRefusal('device.missing', `${id} is not in kiosk.yaml.`);
    return device;
  };
  const knownDevices = async (): Promise<KnownDevice[]> => {
    const all = await totals.read();
    return config.devices.map((device) => ({
      config: device,
      status: statusOf(device.id),
      totals: all.find((each) => each.device === device.id),
    }));
  };
  const test = async (device: DeviceId, command: string, payload: Json, timeoutMs: number) =>
    parts.claim(() => testDevice(devices, { device: deviceOf(device).id, command, payload, timeoutMs }, clock));
  const remember = (device: DeviceId | null, chinese: string, english: string): void =>
    history.note({ kind: 'technician', device, who, words: { 'zh-CN': chinese, en: english } });

  return {
    'cabinet.view': async () => cabinetView(config.devices, statusOf, clock.now()),
    'device.selfTest': async ({ device }) => {
      const report = await test(device, 'selfTest', {}, SELF_TEST_MS);
      remember(
        device,
        report.passed ? '自检通过' : '自检未通过',
        report.passed ? 'Self-test passed' : 'Self-test failed',
      );
      return report;
    },
    'device.tryOut': async ({ device, command }) => {
      const offered = testsByHand(deviceOf(device)).find((each) => each.command === command);
      if (offered === undefined) throw new ControlRefusal('control.badRequest', `${device} has no test ${command}.`);
      const report = await test(device, command, offered.payload, TRY_OUT_MS);
      remember(
        device,
        `${testName(command)['zh-CN']}：${report.passed ? '通过' : '未通过'}`,
        `${testName(command).en}: ${report.passed ? 'passed' : 'failed'}`,
      );
      return report;
    },
    'device.judge': async ({ device, command, good }) => {
      const seen = good
        ? (['看过，正常', 'looked at, good'] as const)
        : (['看过，不正常', 'looked at, not good'] as const);
      const { 'zh-CN': chinese, en } = testName(command);
      remember(deviceOf(device).id, `${chinese}：${seen[0]}`, `${en}: ${seen[1]}`);
      return null;
    },
    'counters.read': async () => countersOf(await totals.read(), clock.now()),
    'statistics.read': async () => [...(await totals.read())],
    'supplies.read': async () => suppliesOf(await knownDevices(), readRenewals(folder), clock.now()),
    'supply.renew': async ({ supply, amount }) => {
      const known = await knownDevices();
      const found = suppliesOf(known, readRenewals(folder), clock.now()).find(({ id }) => id === supply);
      const device = known.find((each) => each.config.id === found?.device);
      if (found === undefined || device === undefined || found.full === null) throw refusal('supply.unknown');
      renew(folder, found, device, amount, clock.now());
      remember(found.device, `换新：${found.label['zh-CN']}`, `Renewed: ${found.label.en}`);
      const [renewed] = suppliesOf([device], readRenewals(folder), clock.now()).filter(({ id }) => id === supply);
      if (renewed === undefined) throw refusal('supply.unknown');
      return renewed;
    },
    'history.page': async (asked) => history.page(asked),
    'audit.page': async (asked) => audit.page(asked),
    'audit.verify': () => audit.verify(),
    'machine.report': () => machineReport(config.store, parts.deviceHost()),
    'drives.list': () => bundle.drives(),
    'bundle.write': async ({ folder: to }) => {
      const report = await bundle.write(to);
      if (!report.ok) throw refusal(report.fault);
      remember(null, '导出了日志包', 'A log bundle was written');
      return report.value;
    },
  };
}

function refusal(code: RefusalCode): ControlRefusal {
  return new ControlRefusal(code, REFUSALS[code].en);
}

/** A test that has no name of its own goes by its command. */
function testName(command: string): LocalText {
  return TEST_NAMES[command] ?? { 'zh-CN': command, en: command };
}
