/** `yeban outbox`: what waits for the hub, whether its chain holds, and a copy of it to carry there by hand. */
import { open } from 'node:fs/promises';
import type { ChainReport, OutboxPlace, OutboxReport } from '#contract/control.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Answer, CliFault } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { CONFIG_OPTION, loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import type { OutboxReader } from '../kiosk/read-outbox.ts';
import { readerLanguage, sayTo, words, type Say } from '../reader-language.ts';

const options = {
  action: {
    type: 'positional',
    required: true,
    description: 'status, verify or export',
    zh: 'status 状态、verify 核对、export 导出',
  },
  to: {
    type: 'string',
    valueHint: 'FILE',
    description: 'export: the file to write, one sealed row per line',
    zh: '导出到这个文件，每行一条加密记录',
  },
  ...CONFIG_OPTION,
} as const;

export const outbox = makeCommand(
  'outbox',
  words('待发队列', 'what waits for the hub'),
  options,
  async (args): Promise<Answer> => {
    const say = sayTo(readerLanguage(process.env));
    const { action, to } = args;
    if (action !== 'status' && action !== 'verify' && action !== 'export')
      return usage(
        say(words(`没有 outbox ${action}。`, `There is no yeban outbox ${action}.`)),
        say(words('可用的有：status、verify、export', 'Known: status, verify, export')),
      );
    if (action === 'export' && to === undefined) {
      return usage(
        say(words('导出需要 --to 文件名。', 'An export needs a file.')),
        'yeban outbox export --to rows.jsonl',
      );
    }
    const config = await loadKioskConfig(args.config, say);
    if (!config.ok) return config;
    // Loaded here, so that the other commands do not wait for it.
    const { readOutbox } = await import('../kiosk/read-outbox.ts');
    const reader = await readOutbox(config.value.store, say);
    if (!reader.ok) return reader;
    if (action === 'export') return exportRows(reader.value, to ?? '', say);
    const read = action === 'status' ? await reader.value.report() : await reader.value.verify();
    if (!read.ok) return read;
    const text = 'pending' in read.value ? statusText(read.value, say) : chainText(read.value, say);
    return ok({ result: { ...read.value }, text, exitCode: read.value.chain === 'ok' ? 0 : 1 });
  },
);

/** Never over an existing file: what lies there may be the only copy of an earlier export. */
async function exportRows(reader: OutboxReader, file: string, say: Say): Promise<Answer> {
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => error.code ?? error.name);
  if (typeof handle === 'string') {
    const what = words(`不能写入 ${file}（${handle}）。`, `${file} can’t be written (${handle}).`);
    return usage(say(what), say(words('请给一个新文件名。', 'Name a new file.')));
  }
  let rows = 0;
  try {
    let after: OutboxPlace | null = null;
    do {
      const page = await reader.page(after);
      if (!page.ok) return page;
      for (const row of page.value.rows) await handle.write(`${JSON.stringify(row)}\n`);
      rows += page.value.rows.length;
      process.stderr.write(`${rows}\n`);
      after = page.value.next;
    } while (after !== null);
    await handle.sync();
  } finally {
    await handle.close();
  }
  const text = say(words(`已导出 ${rows} 条加密记录到 ${file}。`, `${rows} sealed rows written to ${file}.`));
  return ok({ result: { file, rows }, text, exitCode: 0 });
}

function statusText(report: OutboxReport, say: Say): string {
  const { pending, acknowledged, quarantined, oldestPendingSeconds: age, chain, epoch } = report;
  const oldest = age === null ? '' : say(words(`（最早的已等 ${age} 秒）`, ` (the oldest for ${age} s)`));
  return [
    say(words(`待发 ${pending}${oldest}`, `waiting ${pending}${oldest}`)),
    say(
      words(
        `已确认 ${acknowledged}，其中隔离 ${quarantined}`,
        `acknowledged ${acknowledged}, ${quarantined} of them laid aside`,
      ),
    ),
    say(words(`哈希链 ${chain}，队列代 ${epoch}`, `chain ${chain}, epoch ${epoch}`)),
  ].join('\n');
}

function chainText({ rows, chain, brokenAt }: ChainReport, say: Say): string {
  return chain === 'ok'
    ? say(words(`已核对 ${rows} 条，哈希链完整。`, `${rows} rows checked, the chain holds.`))
    : say(words(`哈希链在 ${brokenAt} 断开。`, `The chain breaks at ${brokenAt}.`));
}

function usage(message: string, hint: string): Result<never, CliFault> {
  return fail({ code: 'usage', message, hint, exitCode: 2 });
}
