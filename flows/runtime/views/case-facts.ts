/** What screen and receipt say of a case that was submitted, but its number: until when it is promised. */
import type { Fact } from '#contract/screen/parts.ts';
import { dueDayOf, regionOf, workdaysOf } from '../../compile/due-day.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import type { Service } from '../../language/service.ts';
import { contextOf } from '../visit.ts';
import { runningIn, type Scene } from './scene.ts';

export function caseFacts(scene: Scene, service: Service): Fact[] {
  const { t, content, now, language } = scene;
  const context = contextOf(runningIn(scene));
  const workdays = workdaysOf(service, regionOf(content, service, context));
  const due = dueDayOf(context.submittedAt ?? now, workdays, content.workingDays);
  return due === null ? [] : [{ label: t('lookup.due'), value: dayInWords(due, language) }];
}
