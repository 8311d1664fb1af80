/** What services cost, before anybody knows which of it applies: free, an amount, or from an amount upwards. */
import { leastFee } from '../../compile/fees.ts';
import type { Service } from '../../language/service.ts';
import { moneyInWords } from '../../language/field-in-words.ts';
import { yuan } from '../../language/yuan.ts';
import type { Scene } from './scene.ts';

export function feeInWords({ t, say, content }: Scene, services: readonly Service[]): string {
  const { feeFen, orMore } = leastFee(services, content.fees);
  if (feeFen === 0) return t(orMore ? 'fact.feeDepends' : 'fact.free');
  return orMore ? t('fact.feeFrom', { yuan: yuan(feeFen) }) : say(moneyInWords(feeFen));
}
