/** `yeban device ID conformance`: disturbs our end of a real device's wire and sees whether its driver stays honest; nothing moves, nothing is printed. */
import type { DeviceConfig, KioskConfig } from '#contract/config.ts';
import { modelEntry } from '#contract/devices/models.ts';
import type { LocalText } from '#contract/language.ts';
import { fail, ok } from '#contract/result.ts';
import { openDriver } from '#drivers/catalog.ts';
import {
  casesAtDevice,
  runAtDevice,
  runInPeace,
  type DeviceCase,
  type DeviceUnderTest,
  type DeviceVerdict,
} from '#drivers/conformance/on-device.ts';
import { machineCables } from '#drivers/transport/cables.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import type { Answer } from '../answer.ts';
import { explainDevice } from '../kiosk/explain-device.ts';
import { refuseBesideKiosk } from '../kiosk/kiosk-runs.ts';
import { MISBEHAVIOUR_WORDS } from '../kiosk/misbehaviour-words.table.ts';
import { refuseCamera } from '../kiosk/refuse-camera.ts';
import { words, type Say } from '../reader-language.ts';

const VERDICTS: Readonly<Record<DeviceVerdict, LocalText>> = {
  right: words('正常', 'right'),
  neverEnded: words('自检没有结束', 'the self-test never ended'),
  internalError: words('驱动程序出错', 'the driver made an error of its own'),
  wrongSuccess: words('把别的东西当成了设备', 'something else was taken for the device'),
  silenceTakenForWell: words('把没有回答当成了正常', 'silence was taken for well'),
  notBack: words('线路恢复后设备没有恢复', 'the device did not come back with its wire'),
};

export async function conformanceCommand(config: KioskConfig, device: DeviceConfig, say: Say): Promise<Answer> {
  const refused = await refusal(config, device, say);
  if (refused !== null) return fail(refused);
  const [cable] = modelEntry(device.class, device.model)?.cables ?? [];
  const underTest: DeviceUnderTest = {
    clock: systemClock,
    wholeReports: cable === 'hid',
    open: (tap) =>
      openDriver(device, { cables: machineCables, clock: systemClock, log: () => undefined, tapFor: () => tap }),
  };
  const { completion, questions } = await runInPeace(underTest);
  if (completion === 'late' || !completion.ok) {
    const { code, detail = '' } = completion === 'late' ? { code: 'device.timedOut' } : completion.fault;
    const { message, hint } = explainDevice({ code, detail });
    return fail({ code, message: `${device.id}: ${say(message)}`, hint: say(hint), exitCode: 1 });
  }
  const cases = questions === 0 ? [] : casesAtDevice(underTest);
  const done: DeviceCase[] = [];
  for (const each of cases) {
    const name = say(words(MISBEHAVIOUR_WORDS[each.name] ?? each.name, each.name));
    const tried = await runAtDevice(underTest, each);
    process.stderr.write(`${done.length + 1}/${cases.length} ${name}: ${say(VERDICTS[tried.verdict])}\n`);
    done.push(tried);
  }
  const wrong = done.filter(({ verdict }) => verdict !== 'right');
  const text =
    questions === 0
      ? say(words('这种设备从不被询问，没有可试的。', 'This device is never asked anything: there is nothing to try.'))
      : say(words(`试了 ${done.length} 项，${wrong.length} 项不对。`, `${done.length} tried, ${wrong.length} wrong.`));
  const result = { device: device.id, model: device.model, cases: done.map((each) => ({ ...each })) };
  return ok({ result, text, exitCode: wrong.length === 0 ? 0 : 1 });
}

async function refusal(config: KioskConfig, device: DeviceConfig, say: Say) {
  const camera = refuseCamera(device, say);
  if (camera !== null) return camera;
  const [cable] = modelEntry(device.class, device.model)?.cables ?? [];
  if (cable === 'pcsc' || cable === 'ipp') {
    const message = words(
      '这种设备的连接不经过我们的线路。',
      "This device's connection is not a wire of ours to disturb.",
    );
    const hint = words('请用 test。', 'Use test.');
    return { code: 'usage', message: say(message), hint: say(hint), exitCode: 2 } as const;
  }
  return refuseBesideKiosk(config, say);
}
