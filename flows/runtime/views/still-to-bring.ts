/** After submitting: each paper that is to be brought later (容缺), with the day the hub was told. */
import { papersNow } from '../../compile/papers.ts';
import { stopsOf } from '../../compile/stops.ts';
import { dayInWords } from '../../language/day-in-words.ts';
import { workdaysAfter } from '../../language/work-calendar.ts';
import { contextOf } from '../visit.ts';
import { dayAtStation } from './days.ts';
import { runningIn, type Scene } from './scene.ts';

export function stillToBring(scene: Scene): readonly string[] {
  const { t, say, content, station, now, language } = scene;
  const running = runningIn(scene);
  const context = contextOf(running);
  const papers = papersNow(stopsOf(running.plan), running.rules, context);
  const day = dayAtStation(context.submittedAt ?? now, station.timeZone);
  return (papers.ok ? papers.value : []).flatMap(({ material: id, deferred }) => {
    const material = content.materials[id];
    if (!deferred || material === undefined || material.deferrableWorkdays === null) return [];
    const until = workdaysAfter(day, material.deferrableWorkdays, content.workingDays);
    return [t('lookup.owed', { paper: say(material.label), day: dayInWords(until, language) })];
  });
}
