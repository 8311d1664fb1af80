/** The cart: what was chosen, what the merged path asks, and what doing it together saves. */
import { savingsOf } from '../../compile/savings.ts';
import { obstacleTo } from '../doable.ts';
import { noticeOf } from './not-now.ts';
import { toBring } from './bring.ts';
import { handoutButton } from '../handouts/handout-button.ts';
import type { Scene } from './scene.ts';
import { feeInWords } from './fee-in-words.ts';
import { practiseButton } from './practise-button.ts';
import { serviceCard } from './service-card.ts';
import { type Sheet, spokenFacts } from './sheet.ts';

export function cartView(scene: Scene): Sheet {
  const { t, content, visit, language, availability } = scene;
  const services = visit.hall.context.cart.flatMap((id) => content.services.get(id) ?? []);
  const lines = services.map((service) => ({
    card: serviceCard(scene, service),
    remove: {
      label: t('button.removeFromCart'),
      intent: { kind: 'removeFromCart' as const, service: service.id },
    },
  }));
  const count = services.length;
  const common = {
    title: t('cart.title'),
    help: 'help.cart',
    back: { label: t('button.back'), intent: { kind: 'back' } },
  } as const satisfies Partial<Sheet>;
  if (count === 0) {
    const empty = t('cart.empty');
    return {
      ...common,
      body: { kind: 'cart', lead: empty, lines, totals: [], saved: [], empty },
      spoken: [empty],
    };
  }
  const { questions, minutes, saved } = savingsOf(services, content);
  const totals = [
    { label: t('cart.questions'), value: t('cart.questionsValue', { questions }) },
    { label: t('fact.time'), value: t('fact.timeValue', { minutes }) },
    { label: t('fact.fee'), value: feeInWords(scene, services) },
    { label: t('fact.materials'), value: toBring(scene, services) },
  ];
  const told =
    count === 1
      ? []
      : [t('cart.saved', { count, questions: saved.questions, steps: saved.steps }), t('cart.savedIdentity')];
  const served = visit.hall.context.served ? { tone: 'calm' as const, text: t('cart.served', { count }) } : null;
  const lead = count === 1 ? t('cart.leadOne') : t('cart.lead', { count });
  const mayCheckout = services.every((service) => obstacleTo(service, availability) === null);
  return {
    ...common,
    body: { kind: 'cart', lead, lines, totals, saved: told, empty: null },
    spoken: [
      ...(served === null ? [] : [served.text]),
      lead,
      ...lines.map(({ card }) => card.title),
      ...spokenFacts(totals, language),
      ...told,
    ],
    notice: noticeOf(scene, services) ?? served,
    others: [
      ...(mayCheckout && services.every(({ agent }) => agent)
        ? [{ label: t('button.startAsAgent'), intent: { kind: 'checkout' as const, as: 'agent' as const } }]
        : []),
      ...practiseButton(scene),
      handoutButton(scene, 'notice', null),
    ],
    primary: !mayCheckout
      ? null
      : {
          label: count === 1 ? t('button.checkoutOne') : t('button.checkout', { count }),
          intent: { kind: 'checkout' },
        },
  };
}
