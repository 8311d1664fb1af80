/** How a citizen learns later how far a case has come: at a kiosk with the ID card, or from the hall's telephone. */
import type { Scene } from './scene.ts';

/** The hall's telephone numbers in one line, each with the hours at which it answers. */
export function phonesOf({ t, say, station, language }: Scene): string {
  return station.helpPhones
    .map(({ hours, phone }) => t('receipt.phone', { phone, hours: say(hours) }))
    .join(language === 'zh-CN' ? '、' : ', ');
}

export function waysToAsk(scene: Scene): readonly string[] {
  const { t, say, content, station } = scene;
  const looking = station.services
    .flatMap((id) => content.services.get(id) ?? [])
    .find(
      ({ offered, steps }) => offered && steps.some((step) => step.kind === 'lookup' && step.source === 'progress'),
    );
  return [
    ...(looking === undefined ? [] : [t('receipt.askHere', { service: say(looking.title) })]),
    t('receipt.askByPhone', { phones: phonesOf(scene) }),
  ];
}
