/** The receipt as blocks for the printer: nothing personal on it but, when somebody acted for the applicant, both names masked; the QR holds the case number only. */
import type { Receipt, ReceiptBlock } from '#contract/devices/printer.ts';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import { maskName } from '#contract/mask-name.ts';
import type { PlanContext } from '../../compile/plan-context.ts';
import { servicesNow } from '../../compile/takers.ts';
import { contextOf } from '../visit.ts';
import { waysToAsk } from './ask-later.ts';
import { caseFacts } from './case-facts.ts';
import { timeAtStation } from './days.ts';
import { nameIn } from './person.ts';
import { runningIn, type Scene } from './scene.ts';
import { stillToBring } from './still-to-bring.ts';

/** Both, masked: whoever finds the slip learns nobody's name. */
function peopleOf({ t, language }: Scene, { agent, card }: PlanContext): ReceiptBlock[] {
  const pair = (label: string, of: IdentityCard | null): ReceiptBlock[] =>
    of === null ? [] : [{ kind: 'pair', label, value: maskName(nameIn(language, of)) }];
  return [...pair(t('paper.applicant'), card), ...pair(t('paper.agent'), agent)];
}

export function receiptPaper(scene: Scene): Receipt {
  const { t, say, content, station } = scene;
  const running = runningIn(scene);
  const context = contextOf(running);
  const { cases, submittedAt } = context;
  const services = servicesNow(running.plan, context);
  const center = (text: string): ReceiptBlock => ({ kind: 'text', text, align: 'center' });
  const blocks: ReceiptBlock[] = [
    { kind: 'title', text: t('paper.title') },
    center(say(content.catalogue.district)),
    { kind: 'rule' },
  ];
  for (const { service: id, caseNumber } of cases) {
    const service = content.services.get(id);
    if (service === undefined) continue;
    blocks.push(
      { kind: 'pair', label: t('paper.service'), value: say(service.title) },
      { kind: 'text', text: t('paper.caseNumber'), align: 'left' },
      { kind: 'emphasis', text: caseNumber },
      ...caseFacts(scene, service).map((fact): ReceiptBlock => ({ kind: 'pair', ...fact })),
      { kind: 'qr', data: caseNumber },
      { kind: 'gap' },
    );
  }
  blocks.push(
    ...(context.agent === null ? [] : peopleOf(scene, context)),
    { kind: 'pair', label: t('paper.time'), value: timeAtStation(submittedAt ?? 0, station.timeZone) },
    { kind: 'pair', label: t('paper.station'), value: say(station.name) },
    { kind: 'pair', label: t('paper.place'), value: say(station.address) },
    { kind: 'rule' },
    { kind: 'text', text: t('paper.next'), align: 'left' },
  );
  for (const text of stillToBring(scene)) blocks.push({ kind: 'text', text, align: 'left' });
  for (const service of services) {
    if (services.length > 1) blocks.push({ kind: 'text', text: say(service.title), align: 'left' });
    for (const [index, text] of service.nextSteps.entries())
      blocks.push({ kind: 'text', text: `${index + 1}. ${say(text)}`, align: 'left' });
  }
  blocks.push({ kind: 'rule' });
  for (const text of waysToAsk(scene)) blocks.push({ kind: 'text', text, align: 'left' });
  blocks.push({ kind: 'rule' }, center(t('paper.keep')));
  return { blocks };
}
