/** What services cost, before anybody knows which of it applies: free, an amount, or from an amount upwards. */
import { leastFee } from '../../compile/fees.ts';
import type { Service } from '../../language/service.ts';
import { yuan } from '../../language/yuan.ts';
import type { Scene } from './scene.ts';

export function feeInWords({ t, content }: Scene, services: readonly Service[]): string {
  const { feeFen, orMore } = leastFee(services, content.fees);
  if (feeFen === 0) return t(orMore ? 'fact.feeDepends' : 'fact.free');
  return t(orMore ? 'fact.feeFrom' : 'fact.feeValue', { yuan: yuan(feeFen) });
}
