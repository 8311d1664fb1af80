/** Whoever changes an answer at the review, or goes back from a refusal, is walked as well: a service that would hold them for ever is refused. */
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ServiceId } from '#contract/ids.ts';
import { readFewServices } from '#fixtures/release/few-services.ts';
import { compileSource } from '../release/compile-source.ts';
import { contentFrom } from '../testing/catalog.ts';
import { put } from '../testing/broken/change-sources.ts';
import { eventInWords } from './event-words.ts';
import { walkService } from './walk-service.ts';

/** As the machine once was: what a check refused stood for ever, whatever was answered then. */
const machine = vi.hoisted(() => ({ keepsRefusals: false }));
vi.mock('../compile/acts/deciding.ts', async (original) => {
  const real = await original<typeof import('../compile/acts/deciding.ts')>();
  return {
    ...real,
    decidingActions: (parts: Parameters<typeof real.decidingActions>[0]) => ({
      ...real.decidingActions(parts),
      ...(machine.keepsRefusals ? { undecide: () => {} } : {}),
    }),
  };
});

const SENIOR = 'services/senior-card.yaml';
const TOLD = '{ text: { zh-CN: 好, en: Good } }';
/** Only women may pick their card up, so a man who wants to is refused; by post it comes to everybody. */
const ONLY_SOME_PICK_UP = put(
  SENIOR,
  '  - id: pick-up\n',
  `  - id: who-picks-up
    kind: check
    when: deliveryWay == "pickUp"
    rules:
      - { id: woman, require: card.sex == "female", met: ${TOLD}, unmet: ${TOLD}, suggestions: [${TOLD}] }
  - id: pick-up
`,
);

let sources: ReadonlyMap<string, string>;
beforeAll(async () => {
  sources = ONLY_SOME_PICK_UP(await readFewServices());
});
beforeEach(() => {
  machine.keepsRefusals = false;
});

test('every answer is changed at the review, and a refusal is gone back from, in every mode', () => {
  const content = contentFrom(sources);
  const service = content.services.get(ServiceId.parse('senior-card'));
  if (service === undefined) throw new Error('no senior card');
  for (const { mode, plan, visited } of walkService(content, service)) {
    const taken = [...visited.values()].flatMap(({ path }) => path);
    const changed = new Set(taken.flatMap((event) => (event.type === 'edit' ? [event.element] : [])));
    const asked = plan.steps.flatMap(({ kind, elements }) => (kind === 'sign' ? [] : elements));
    expect([mode, [...changed].toSorted()]).toEqual([mode, [...new Set(asked)].toSorted()]);
    expect([mode, taken.some(({ type }) => type === 'back')]).toEqual([mode, true]);
  }
});

test('where a refusal would stand for ever, the author reads which way leads there', () => {
  machine.keepsRefusals = true;
  const compiled = compileSource(sources);
  const told = compiled.ok ? [] : compiled.fault.map(({ rule, file, said }) => ({ rule, file, said }));
  const way = (between: string, words: readonly string[]): string => words.join(between);
  const zh = way(' → ', ['下一步', '刷居民身份证（男，60 岁）', '下一步', 'mobilePhone=13800000001', '下一步']);
  expect(told).toEqual([
    {
      rule: 'ways.noEnd',
      file: SENIOR,
      said: {
        'zh-CN': expect.objectContaining({
          message: `这项服务里有一个地方进得去、出不来。例如：${zh} → deliveryWay=pickUp → 下一步 → 上一步 → deliveryWay=post → 下一步。`,
        }),
        en: expect.objectContaining({
          message: expect.stringContaining('deliveryWay=pickUp → next → back → deliveryWay=post → next.'),
        }),
      },
    },
  ]);
});

test('a change at the review has its words', () => {
  const edit = { type: 'edit', element: 'deliveryWay', at: 0, language: 'zh-CN' } as never;
  expect(eventInWords(edit, '2026-06-15')).toEqual({ 'zh-CN': '回头改 deliveryWay', en: 'change deliveryWay' });
});
