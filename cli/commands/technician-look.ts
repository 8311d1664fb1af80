/** `yeban technician history|audit|counters|supplies|renew`: the panel's pages for whoever has a terminal. */
import type { ControlName, ControlReply, ControlRequest } from '#contract/control.ts';
import { hallTime } from '#contract/hall-time.ts';
import type { Json } from '#contract/json.ts';
import { fail, ok } from '#contract/result.ts';
import type { AuditEntry, HistoryEvent } from '#contract/technician/history.ts';
import { SupplyId, type Supply, type SupplyUnit } from '#contract/technician/supplies.ts';
import type { Counter } from '#contract/technician/totals.ts';
import type { LocalText } from '#contract/language.ts';
import type { Answer } from '../answer.ts';
import { makeCommand } from '../command.ts';
import { askTechnician } from '../kiosk/ask-technician.ts';
import { CONFIG_OPTION, loadKioskConfig } from '../kiosk/load-kiosk-config.ts';
import { readerLanguage, sayTo, words, type Say } from '../reader-language.ts';

const LAST = 50;
const UNITS: Readonly<Record<SupplyUnit, LocalText>> = {
  metre: words('米', 'm'),
  sheet: words('张', 'sheets'),
  percent: words('%', '%'),
  piece: words('件', 'pieces'),
};

const here = (): Say => sayTo(readerLanguage(process.env));

export const technicianHistory = makeCommand(
  'technician history',
  words('最近发生了什么', 'what happened lately'),
  CONFIG_OPTION,
  ({ config }) =>
    answerOf(config, 'history.page', { before: null, limit: LAST, device: null }, (page, say) => ({
      result: page as Json,
      lines: page.events.map((event) => historyLine(event, say)),
    })),
);

export const technicianAudit = makeCommand(
  'technician audit',
  words('谁做了什么；核对哈希链', 'who did what; checks the chain'),
  CONFIG_OPTION,
  async (args): Promise<Answer> => {
    const say = here();
    const config = await loadKioskConfig(args.config, say);
    if (!config.ok) return config;
    const { store } = config.value;
    const report = await askTechnician('audit.verify', null, store, say);
    if (!report.ok) return report;
    const page = await askTechnician('audit.page', { before: null, limit: LAST }, store, say);
    if (!page.ok) return page;
    const { chain, entries, brokenAt } = report.value;
    const verdict =
      chain === 'ok'
        ? words(`已核对 ${entries} 条，哈希链完整。`, `${entries} entries checked, the chain holds.`)
        : words(
            `哈希链在第 ${brokenAt} 条断开：有人改动过。`,
            `The chain breaks at entry ${brokenAt}: it was meddled with.`,
          );
    const text = [...page.value.entries.map(auditLine), say(verdict)].join('\n');
    return ok({
      result: { ...report.value, newest: page.value.entries } as Json,
      text,
      exitCode: chain === 'ok' ? 0 : 1,
    });
  },
);

export const technicianCounters = makeCommand(
  'technician counters',
  words('纸张、纸币、硬币、扫码的计数', 'counts of paper, notes, coins, codes'),
  CONFIG_OPTION,
  ({ config }) =>
    answerOf(config, 'counters.read', null, (counters, say) => ({
      result: { counters } as Json,
      lines: counters.map((counter) => counterLine(counter, say)),
    })),
);

export const technicianSupplies = makeCommand(
  'technician supplies',
  words('耗材还剩多少，能用到哪天', 'what is left of paper and toner, and until when it lasts'),
  CONFIG_OPTION,
  ({ config }) =>
    answerOf(config, 'supplies.read', null, (supplies, say) => ({
      result: { supplies } as Json,
      lines: supplies.map((supply) => supplyLine(supply, say)),
    })),
);

export const technicianRenew = makeCommand(
  'technician renew',
  words('登记换了新的耗材', 'say that a new one was put in'),
  {
    supply: { type: 'positional', required: true, description: 'for example receipt/roll', zh: '例如 receipt/roll' },
    amount: {
      type: 'string',
      valueHint: '40',
      description: 'less or more than a new one holds',
      zh: '若不是整卷，写实际数量',
    },
    ...CONFIG_OPTION,
  },
  async (args): Promise<Answer> => {
    const say = here();
    const supply = SupplyId.safeParse(args.supply).data;
    const amount = args.amount === undefined ? null : Number(args.amount);
    if (supply === undefined || (amount !== null && !(amount > 0)))
      return fail({
        code: 'usage',
        message: say(words('请写明是哪种耗材和多少。', 'Say which supply, and how much.')),
        hint: 'yeban technician supplies',
        exitCode: 2,
      });
    return answerOf(args.config, 'supply.renew', { supply, amount }, (renewed) => ({
      result: renewed as Json,
      lines: [supplyLine(renewed, say)],
    }));
  },
);

/** One call to the kiosk of this kiosk.yaml; its reply is the answer. */
async function answerOf<N extends ControlName>(
  configFile: string,
  name: N,
  request: ControlRequest<N>,
  tell: (reply: ControlReply<N>, say: Say) => { readonly result: Json; readonly lines: readonly string[] },
): Promise<Answer> {
  const say = here();
  const config = await loadKioskConfig(configFile, say);
  if (!config.ok) return config;
  const asked = await askTechnician(name, request, config.value.store, say);
  if (!asked.ok) return asked;
  const { result, lines } = tell(asked.value, say);
  return ok({ result, text: lines.join('\n'), exitCode: 0 });
}

function historyLine({ at, device, who, words: told }: HistoryEvent, say: Say): string {
  return [hallTime(at), device ?? '-', say(told), who ?? ''].join('  ').trimEnd();
}

function auditLine({ n, at, who, act, subject, result, code }: AuditEntry): string {
  return [String(n), hallTime(at), who.name === '' ? who.via : who.name, act, subject ?? '-', result, code ?? '']
    .join('  ')
    .trimEnd();
}

function counterLine({ device, label, total, today, lastFortnight }: Counter, say: Say): string {
  const counts = words(
    `今天 ${today}，14 天 ${lastFortnight}，总计 ${total}`,
    `today ${today}, 14 days ${lastFortnight}, in all ${total}`,
  );
  return `${device}  ${say(label)}: ${say(counts)}`;
}

function supplyLine({ id, label, unit, left, forecast }: Supply, say: Say): string {
  const amount =
    left === null ? say(words('余量未知', 'nobody knows how much is left')) : `${round(left)} ${say(UNITS[unit])}`;
  const until =
    forecast.kind === 'unknown'
      ? say(forecast.why)
      : say(
          words(
            `约 ${round(forecast.days)} 天，到 ${forecast.until}`,
            `for about ${round(forecast.days)} days, until ${forecast.until}`,
          ),
        );
  return `${id}  ${say(label)}: ${amount}; ${until}`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
