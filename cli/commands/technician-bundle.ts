/** `yeban technician bundle`: the log bundle, written by whoever types into any folder; also when no kiosk runs. */
import { statSync } from 'node:fs';
import type { ControlName, ControlReply, ControlRequest } from '#contract/control.ts';
import type { Json } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import { REFUSALS, type RefusalCode } from '#contract/technician/refusals.table.ts';
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
    const refused = (code: RefusalCode) =>
      fail({ code, message: say(REFUSALS[code]), hint: args.to, exitCode: 1 } as const);
    if (!statSync(args.to, { throwIfNoEntry: false })?.isDirectory()) return refused('bundle.noFolder');
    process.stderr.write(`${say(words('正在收集……', 'Collecting …'))}\n`);
    const files = await bundleFiles({
      ask: askKioskOrStore(store),
      config: config.value,
      doctor: () => doctorReport(args.config),
      log: readJournal,
    });
    const written = await writeBundle(files, { folder: args.to, station, now: systemClock.now() });
    if (!written.ok) return refused(written.fault);
    const { folder, bytes, files: inside } = written.value;
    const text = words(
      `日志包：${folder}（${inside.length} 个文件，${Math.ceil(bytes / 1_000)} kB）`,
      `Log bundle: ${folder} (${inside.length} files, ${Math.ceil(bytes / 1_000)} kB)`,
    );
    const remarks = inside.flatMap(({ name, remark }) => (remark === undefined ? [] : [`${name}: ${say(remark)}`]));
    return ok({ result: { ...written.value } as Json, text: [say(text), ...remarks].join('\n'), exitCode: 0 });
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
