/** What it costs, item by item, and where it is paid; nothing is paid on this page. */
import type { StepId } from '#contract/ids.ts';
import { feesNow } from '../../compile/fees.ts';
import { servicesNow } from '../../compile/takers.ts';
import { moneyInWords } from '../../language/field-in-words.ts';
import { yuan } from '../../language/yuan.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';
import { onwardWord } from './onward.ts';
import { type Sheet, spokenFacts } from './sheet.ts';

export function feeView(scene: Scene, id: StepId): Sheet {
  const { t, say, content, language } = scene;
  const running = runningIn(scene);
  const context = contextOf(running);
  const now = feesNow(servicesNow(running.plan, context), content.fees, running.rules, context);
  // A fee that can't be told leads to the fault page when the step is left.
  const items = now.ok ? now.value : [];
  const sum = (paid?: 'here' | 'atPickUp'): number =>
    items
      .filter((item) => paid === undefined || item.paid === paid)
      .reduce((total, { totalFen }) => total + totalFen, 0);
  const rows = items.map(({ label, quantity, totalFen }) => ({
    label: quantity === 1 ? say(label) : t('fee.item', { what: say(label), quantity }),
    value: say(moneyInWords(totalFen)),
  }));
  const total = { label: t('fee.total'), value: say(moneyInWords(sum())) };
  const lead = items.length === 0 ? t('fee.nothing') : t('fee.lead');
  const where = (['atPickUp', 'here'] as const).flatMap((paid) =>
    sum(paid) === 0 ? [] : [t(`fee.${paid}`, { yuan: yuan(sum(paid)) })],
  );
  const onward = onwardWord(running, { step: id });
  // Whoever has checked everything on the review must not go away now.
  const notes = onward === 'button.submit' ? [...where, t('fee.notYet')] : where;
  const facts = items.length === 0 ? [] : [...rows, total];
  return {
    title: t('fee.title'),
    body: { kind: 'fee', lead, rows: facts, notes },
    spoken: [lead, ...spokenFacts(facts, language), ...notes],
    help: onward === 'button.submit' ? 'help.feeSubmits' : 'help.fee',
    primary: { label: t(onward), intent: { kind: 'next' } },
  };
}
