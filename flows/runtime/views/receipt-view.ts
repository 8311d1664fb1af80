/** The receipt screen: the case number large, what became of the paper, and what happens next. */
import { FAULTS } from '#contract/faults.table.ts';
import { servicesNow } from '../../compile/takers.ts';
import { canDo, contextOf } from '../visit.ts';
import { waysToAsk } from './ask-later.ts';
import { caseFacts } from './case-facts.ts';
import { runningIn, type Scene } from './scene.ts';
import { stillToBring } from './still-to-bring.ts';
import { type Sheet, spokenFacts } from './sheet.ts';

/** Headline and detail by how printing ended; null = it still runs. */
function told({ t, say }: Scene, print: ReturnType<typeof contextOf>['print']): readonly [string, string] {
  if (print === null) return [t('receipt.printing'), t('receipt.printingDetail')];
  switch (print.outcome) {
    case 'printed':
      return [t('receipt.printed'), t('receipt.printedDetail')];
    case 'unconfirmed':
      return [t('receipt.unconfirmed'), say(FAULTS['printer.unconfirmed'].nextStep)];
    case 'failed': {
      // Whatever the fault, the advice after a submission is the same: the number on the screen is enough.
      const advice = say(FAULTS['printer.silent'].nextStep);
      const why = { reason: print.fault === null ? '' : say(FAULTS[print.fault].citizen), advice };
      return [t('receipt.failed'), print.fault === null ? advice : t('receipt.failedWhy', why)];
    }
  }
}

export function receiptView(scene: Scene): Sheet {
  const { t, say, content, language } = scene;
  const running = runningIn(scene);
  const { cases, print } = contextOf(running);
  const [headline, detail] = told(scene, print);
  const shown = cases.map(({ service: id, caseNumber }) => {
    const service = content.services.get(id);
    const more = service === undefined ? [] : caseFacts(scene, service);
    const facts = [{ label: t('paper.caseNumber'), value: caseNumber }, ...more];
    return { service: id, title: service === undefined ? '' : say(service.title), caseNumber, facts };
  });
  const nextSteps = [
    ...stillToBring(scene),
    ...servicesNow(running.plan, contextOf(running)).flatMap((service) => service.nextSteps.map((text) => say(text))),
    ...waysToAsk(scene),
  ];
  const goOn = { label: t('button.goOn'), intent: { kind: 'next' as const } };
  const mayPrintAgain = canDo(running, 'retry');
  return {
    title: t('receipt.title'),
    body: { kind: 'receipt', phase: print?.outcome ?? 'printing', headline, detail, cases: shown, nextSteps },
    spoken: [headline, detail, ...shown.flatMap(({ facts }) => spokenFacts(facts, language)), ...nextSteps],
    help: 'help.receipt',
    primary: print === null ? null : { label: t('button.next'), intent: { kind: 'next' } },
    others: [
      ...(print === null ? [goOn] : []),
      ...(mayPrintAgain ? [{ label: t('button.printAgain'), intent: { kind: 'retry' as const } }] : []),
    ],
  };
}
