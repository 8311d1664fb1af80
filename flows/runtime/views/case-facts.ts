/** What screen and receipt say of a case that was submitted, but its number: until when it is promised, and what is then paid. */
import type { Fact } from '#contract/screen/parts.ts';
import { dueDayOf, regionOf, workdaysOf } from '../../compile/due-day.ts';
import { feesNow } from '../../compile/fees.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { moneyInWords } from '../../language/field-in-words.ts';
import type { Service } from '../../language/service.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';

export function caseFacts(scene: Scene, service: Service): Fact[] {
  return [...dueFact(scene, service), ...feeFact(scene, service)];
}

function dueFact(scene: Scene, service: Service): Fact[] {
  const { t, content, now, language } = scene;
  const context = contextOf(runningIn(scene));
  const workdays = workdaysOf(service, regionOf(content, service, context));
  const due = dueDayOf(context.submittedAt ?? now, workdays, content.workingDays);
  return due === null ? [] : [{ label: t('lookup.due'), value: dayInWords(due, language) }];
}

function feeFact(scene: Scene, service: Service): Fact[] {
  const { t, say, content } = scene;
  const running = runningIn(scene);
  const fees = feesNow([service], content.fees, running.rules, contextOf(running));
  const items = fees.ok ? fees.value.filter(({ paid }) => paid === 'atPickUp') : [];
  const fen = items.reduce((sum, { totalFen }) => sum + totalFen, 0);
  return fen === 0 ? [] : [{ label: t('receipt.toPay'), value: say(moneyInWords(fen)) }];
}
