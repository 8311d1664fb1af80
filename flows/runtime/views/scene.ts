/** What every view is drawn from: the visit, the content, and words in the citizen's language. */
import type { Clock } from '#contract/clock.ts';
import type { Availability } from '#contract/devices/availability.ts';
import type { StationId } from '#contract/ids.ts';
import type { Language, LocalText } from '#contract/language.ts';
import { fillGaps, type TextKey } from '../../language/texts.ts';
import type { Station } from '../../language/station.ts';
import type { Content } from '../../release/content.ts';
import type { RunningPlan, Visit } from '../visit.ts';

type GapValues = Readonly<Record<string, string | number>>;

export interface Scene {
  readonly visit: Visit;
  readonly content: Content;
  readonly station: Station;
  readonly language: Language;
  /** What of the kiosk can be had at this moment. */
  readonly availability: Availability;
  /** Wall time in ms. */
  readonly now: number;
  /** A text of the frame, by key. */
  t(key: TextKey, values?: GapValues): string;
  /** A text of a service, element or station. */
  say(text: LocalText, values?: GapValues): string;
}

export interface Scenery {
  readonly content: Content;
  readonly station: StationId;
  readonly availability: Availability;
  readonly clock: Pick<Clock, 'now'>;
}

/** Throws when the station isn't in the release. */
export function sceneOf(hall: Scenery, visit: Visit): Scene {
  const station = hall.content.stations.get(hall.station);
  if (station === undefined) throw new RangeError(`no station ${hall.station} in this release`);
  const { language } = visit.hall.context;
  return {
    visit,
    content: visit.plan?.content ?? hall.content,
    station,
    language,
    availability: hall.availability,
    now: hall.clock.now(),
    t: (key, values = {}) => fillGaps(hall.content.texts[language][key], values),
    say: (text, values = {}) => fillGaps(text[language], values),
  };
}

/** 代办: whoever presses isn't the applicant. */
export function actsForSomebody({ plan }: Pick<Visit, 'plan'>): boolean {
  return plan?.plan.mode.agent === true;
}

/** The plan that runs. Throws where there is none: only pages of a plan ask. */
export function runningIn(scene: Scene): RunningPlan {
  if (scene.visit.plan === null) throw new Error('no plan runs here');
  return scene.visit.plan;
}
