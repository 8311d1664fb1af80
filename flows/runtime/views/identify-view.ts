/** The identify screen: put the card down, it is being read, or what went wrong and what to do. */
import { FAULTS } from '#contract/faults.table.ts';
import { contextOf, pageOf } from '../visit.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { runningIn, type Scene } from './scene.ts';
import { type Look, seconds, type Sheet } from './sheet.ts';

export function identifyView(scene: Scene, phase: 'waiting' | 'reading' | 'trouble', look: Look): Sheet {
  const { t, say, language } = scene;
  const running = runningIn(scene);
  const title = t('identify.title');
  if (phase === 'trouble') {
    const { fault, expiredOn } = contextOf(running);
    const { citizen, nextStep } = FAULTS[fault ?? 'card.readerTrouble'];
    const headline = say(citizen);
    const expiry = expiredOn === null ? '' : t('identify.expired', { day: dayInWords(expiredOn, language) });
    const detail = [expiry, say(nextStep)].filter((text) => text !== '').join(language === 'zh-CN' ? '' : ' ');
    const mayRetry = running.snapshot.can({ type: 'retry', at: 0, language });
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
  const headline = t(waiting ? 'identify.waiting' : 'identify.reading');
  const detail = t(waiting ? 'identify.waitingDetail' : 'identify.readingDetail');
  const secondsLeft = waiting ? seconds(look.leftMs('readCard') ?? fullMs) : null;
  return {
    title,
    body: { kind: 'identify', phase, headline, detail, secondsLeft },
    spoken: [headline, detail],
    help: 'help.identify',
  };
}
