/** The identify screen: change the cards, put one down, it is being read, or what went wrong and what to do. */
import { FAULTS } from '#contract/faults.table.ts';
import type { StepId } from '#contract/ids.ts';
import { type Plan, stepOf } from '../../compile/plan.ts';
import type { TextKey } from '../../language/texts.ts';
import type { IdentifyPhase } from '../../compile/page.ts';
import { canDo, contextOf, pageOf } from '../visit.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { runningIn, type Scene } from './scene.ts';
import { type Look, seconds, type Sheet } from './sheet.ts';

/** Where two cards are read, each page says whose. */
function whoseCard(plan: Plan, step: StepId): { readonly title: TextKey; readonly waiting: TextKey } {
  const { who } = stepOf(plan, step, 'identify');
  if (who === 'agent') return { title: 'identify.agent', waiting: 'identify.agentWaiting' };
  if (who === 'partner') return { title: 'identify.partner', waiting: 'identify.partnerWaiting' };
  return plan.mode.agent
    ? { title: 'identify.applicant', waiting: 'identify.applicantWaiting' }
    : { title: 'identify.title', waiting: 'identify.waiting' };
}

export function identifyView(scene: Scene, step: StepId, phase: IdentifyPhase, look: Look): Sheet {
  const { t, say, language } = scene;
  const running = runningIn(scene);
  const whose = whoseCard(running.plan, step);
  const title = t(whose.title);
  if (phase === 'changing') {
    const paragraphs = [t('identify.partnerTake'), t('identify.partnerNext')];
    return {
      title,
      body: { kind: 'info', paragraphs, points: [] },
      spoken: paragraphs,
      help: 'help.identify',
      primary: { label: t('button.next'), intent: { kind: 'next' } },
    };
  }
  if (phase === 'trouble') {
    const { fault, expiredOn } = contextOf(running);
    const { citizen, nextStep } = FAULTS[fault ?? 'card.readerTrouble'];
    const headline = say(citizen);
    const expiry = expiredOn === null ? '' : t('identify.expired', { day: dayInWords(expiredOn, language) });
    const detail = [expiry, say(nextStep)].filter((text) => text !== '').join(language === 'zh-CN' ? '' : ' ');
    const mayRetry = canDo(running, 'retry');
    return {
      title,
      body: { kind: 'identify', phase, headline, detail, secondsLeft: null },
      spoken: [headline, detail],
      help: 'help.identify',
      primary: mayRetry
        ? { label: t('button.retry'), intent: { kind: 'retry' } }
        : { label: t('button.leave'), intent: { kind: 'leave' } },
    };
  }
  const { activity } = pageOf(running);
  const fullMs = activity?.kind === 'readCard' ? activity.timeoutMs : 0;
  const waiting = phase === 'waiting';
  const headline = t(waiting ? whose.waiting : 'identify.reading');
  const detail = t(waiting ? 'identify.waitingDetail' : 'identify.readingDetail');
  const secondsLeft = waiting ? seconds(look.leftMs('readCard') ?? fullMs) : null;
  return {
    title,
    body: { kind: 'identify', phase, headline, detail, secondsLeft },
    spoken: [headline, detail],
    help: 'help.identify',
  };
}
