/** What services cost, from the fee table: at least, before anything is asked; and item by item for this citizen's answers. */
import type { ServiceId } from '#contract/ids.ts';
import type { LocalText } from '#contract/language.ts';
import { ok, type Result } from '#contract/result.ts';
import type { Fee, FeeId, Fees } from '../language/fee.ts';
import type { RuleFault } from '../language/rules.ts';
import type { PlanContext } from './plan-context.ts';
import type { PlanRules } from './plan-rules.ts';
import type { Service } from '../language/service.ts';

export interface LeastFee {
  readonly feeFen: number;
  /** Some of it depends on answers. */
  readonly orMore: boolean;
}

/** What is paid whatever is answered. The gate lets no service name a fee that isn't in the table. */
export function leastFee(services: readonly Service[], fees: Fees): LeastFee {
  const items = services.flatMap((service) => service.fees);
  const sure = items.filter(({ when, quantity }) => when === undefined && quantity === undefined);
  const feeFen = sure.reduce((sum, { fee }) => sum + (fees[fee]?.amountFen ?? 0), 0);
  return { feeFen, orMore: sure.length < items.length };
}

export interface FeeItem {
  readonly service: ServiceId;
  readonly fee: FeeId;
  readonly label: LocalText;
  readonly quantity: number;
  readonly totalFen: number;
  readonly paid: Fee['paid'];
}

export function feesNow(
  services: readonly Service[],
  fees: Fees,
  rules: PlanRules,
  context: PlanContext,
): Result<readonly FeeItem[], RuleFault> {
  const items: FeeItem[] = [];
  for (const service of services)
    for (const { fee: id, when, quantity } of service.fees) {
      const holds = when === undefined ? ok(true) : rules.holds(when, context);
      if (!holds.ok) return holds;
      const count = quantity === undefined ? ok(1) : rules.whole(quantity, context);
      if (!count.ok) return count;
      const fee = fees[id];
      if (!holds.value || count.value <= 0 || fee === undefined) continue;
      const { label, amountFen, paid } = fee;
      const item = { service: service.id, fee: id, label, quantity: count.value, paid };
      items.push({ ...item, totalFen: amountFen * count.value });
    }
  return ok(items);
}
