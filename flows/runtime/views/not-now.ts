/** Says before anyone begins what can't be done now and why, and what will be missing although it can be done. */
import { FAULTS } from '#contract/faults.table.ts';
import type { Lack, Need } from '#contract/devices/availability.ts';
import type { ScreenView } from '#contract/screen.ts';
import type { Service } from '../../language/service.ts';
import type { TextKey } from '../../language/texts.ts';
import { missedBy, obstacleTo } from '../doable.ts';
import type { Scene } from './scene.ts';

type Notice = NonNullable<ScreenView['notice']>;

/** What a citizen reads of a lack, without its full stop. */
export function reasonOf({ say }: Scene, lack: Lack): string {
  return say(FAULTS[lack.fault].citizen);
}

/** More names than this nobody reads; each is marked where it stands. */
const MOST_NAMED = 6;

/** Above a list of services: which of them can't be begun now, and what the others go without; null when all is well. */
export function noticeOf(scene: Scene, services: readonly Service[]): Notice | null {
  const byReason = new Map<string, string[]>();
  for (const service of services) {
    const obstacle = obstacleTo(service, scene.availability);
    if (obstacle === null) continue;
    const reason = reasonOf(scene, obstacle);
    byReason.set(reason, [...(byReason.get(reason) ?? []), scene.say(service.title)]);
  }
  const missing = missingNotice(
    scene,
    services.filter((service) => obstacleTo(service, scene.availability) === null),
  );
  if (byReason.size === 0) return missing;
  const { t, language } = scene;
  const [comma, space] = language === 'zh-CN' ? ['、', ''] : [', ', ' '];
  const sentences = [...byReason].map(([reason, titles]) =>
    titles.length > MOST_NAMED
      ? t('notNow.many', { reason, count: titles.length })
      : t('notNow.some', { reason, services: titles.join(comma) }),
  );
  return { tone: 'attention', text: [...sentences, missing?.text ?? t('notNow.others')].join(space) };
}

/** What going without it means, where that isn't a receipt. */
const WITHOUT: Readonly<Partial<Record<Need, TextKey>>> = { Camera: 'notNow.camera', A4Printer: 'notNow.proof' };

/** For one service that can be begun: what the citizen will go without. */
export function missingNotice(scene: Scene, services: readonly Service[]): Notice | null {
  const missed = services.flatMap((service) => missedBy(service, scene.availability));
  // A receipt concerns everybody; what else is missing only those who choose the very service that would have it.
  const told = missed.find(({ need }) => need === 'Printer') ?? (services.length === 1 ? missed[0] : undefined);
  if (told === undefined) return null;
  return {
    tone: 'attention',
    text: scene.t(WITHOUT[told.need] ?? 'notNow.receipt', { reason: reasonOf(scene, told.lack) }),
  };
}
