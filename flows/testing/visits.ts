/** Ready-made stretches of a visit, as tests need them again and again. */
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import { ElementId, ServiceId } from '#contract/ids.ts';
import { LIN_XIAOYING } from './people.ts';
import type { TestKiosk } from './test-kiosk.ts';

export const SENIOR_CARD = ServiceId.parse('senior-card');
export const MOBILE_PHONE = ElementId.parse('mobilePhone');
export const DELIVERY_WAY = ElementId.parse('deliveryWay');
export const PICK_UP_PLACE = ElementId.parse('pickUpPlace');
export const PHONE = '13812345678';

/** From attract to the page that waits for a card. */
export async function walkToTheReader(kiosk: TestKiosk): Promise<void> {
  await kiosk.intend({ kind: 'begin' });
  await kiosk.intend({ kind: 'openService', service: SENIOR_CARD });
  await kiosk.intend({ kind: 'startService', service: SENIOR_CARD });
  await kiosk.intend({ kind: 'next' });
}

export async function putDown(kiosk: TestKiosk, card: IdentityCard): Promise<void> {
  const read = kiosk.reader.running('read');
  read.options.onEvent?.('mediaInserted');
  read.succeed(card);
  await kiosk.settle();
}

export async function walkToTheReview(kiosk: TestKiosk, card: IdentityCard = LIN_XIAOYING): Promise<void> {
  await walkToTheReader(kiosk);
  await putDown(kiosk, card);
  await kiosk.intend({ kind: 'next' });
  await answer(kiosk, MOBILE_PHONE, PHONE);
  await answer(kiosk, DELIVERY_WAY, 'pickUp');
  await answer(kiosk, PICK_UP_PLACE, 'qingbo');
}

export async function answer(kiosk: TestKiosk, element: ElementId, value: string | boolean | number): Promise<void> {
  await kiosk.intend({ kind: 'answer', element, value });
  await kiosk.intend({ kind: 'next' });
}

/** The receipt is being printed now. */
export async function walkToTheReceipt(kiosk: TestKiosk): Promise<void> {
  await walkToTheReview(kiosk);
  await kiosk.intend({ kind: 'submit' });
}

export async function walkToTheRating(kiosk: TestKiosk): Promise<void> {
  await walkToTheReceipt(kiosk);
  kiosk.printer.running('print').succeed({ outcome: 'printed', paper: 'ok' });
  await kiosk.settle();
  await kiosk.intend({ kind: 'next' });
}
