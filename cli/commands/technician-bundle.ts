/** `yeban technician bundle`: the log bundle, written by whoever types into any folder; also when no kiosk runs. */
import type { ControlName, ControlReply, ControlRequest } from '#contract/control.ts';
import { fail, ok } from '#contract/result.ts';
import { REFUSALS } from '#contract/technician/refusals.table.ts';
import { callControl } from '#electron/control/call-control.ts';
import { systemClock } from '#electron/main/system-clock.ts';
import { askStore } from '#electron/technician/ask-store.ts';
import { bundleFiles, type Ask } from '#electron/technician/bundle-files.ts';
import { readJournal } from '#electron/technician/read-journal.ts';
import { writeBundle } from '#electron/technician/write-bundle.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { doctorReport } from '../doctor/doctor-report.ts';
import { CONFIG_OPTION, loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import { readerLanguage, sayTo, words } from '../reader-language.ts';

export const technicianBundle = makeCommand(
  'technician bundle',
  words('写一个日志包，不含群众信息', 'write a log bundle without anything of a citizen'),
  {
    ...CONFIG_OPTION,
    to: {
      type: 'string',
      required: true,
      valueHint: 'DIR',
      description: 'the folder to write into',
      zh: '写到这个文件夹',
    },
  },
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const config = await loadKioskConfig(args.config, say);
    if (!config.ok) return config;
    const { store, station } = config.value;
    process.stderr.write(`${say(words('正在收集……', 'Collecting …'))}\n`);
    const files = await bundleFiles({
      ask: askKioskOrStore(store),
      config: config.value,
      doctor: () => doctorReport(args.config),
      log: readJournal,
    });
    const written = await writeBundle(files, { folder: args.to, station, now: systemClock.now() });
    if (!written.ok)
      return fail({ code: written.fault, message: say(REFUSALS[written.fault]), hint: args.to, exitCode: 1 });
    const { folder, bytes } = written.value;
    const text = words(
      `日志包：${folder}（${files.length} 个文件，${Math.ceil(bytes / 1024)} KB）`,
      `Log bundle: ${folder} (${files.length} files, ${Math.ceil(bytes / 1024)} KB)`,
    );
    return ok({ result: { ...written.value }, text: say(text), exitCode: 0 });
  },
);

function askKioskOrStore(store: string): Ask {
  const kept = askStore(store);
  return async <N extends ControlName>(name: N, request: ControlRequest<N>): Promise<ControlReply<N> | null> => {
    const asked = await callControl(name, request, { store, clock: systemClock });
    if (asked.ok) return asked.value;
    return asked.fault.kind === 'absent' ? kept(name, request) : null;
  };
}
