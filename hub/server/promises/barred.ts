/** Whether a citizen's word is taken: what a kiosk asks before it offers a promise (告知承诺). */
import type { ServiceId } from '#contract/ids.ts';
import { Barred } from '#contract/lookup.ts';
import type { Database } from '../database/connect.ts';

export interface AskedAbout {
  /** The citizen's mark, see `sealing/person-key.ts`. */
  readonly person: string;
  readonly about: ServiceId;
  /** In the hall. */
  readonly today: string;
}

/** Null when nothing stands against it; of several entries the one that lasts longest. */
export async function barredFrom(database: Database, { person, about, today }: AskedAbout): Promise<Barred | null> {
  const entry = await database
    .selectFrom('broken_promise')
    .leftJoin('promise_lifted', 'promise_lifted.id', 'broken_promise.id')
    .select(['title', 'since_day', 'until_day'])
    .where('person', '=', person)
    .where('promise_lifted.id', 'is', null)
    .where((where) => where.or([where('bars', '=', 'everything'), where('service', '=', about)]))
    .where((where) => where.or([where('until_day', 'is', null), where('until_day', '>=', today)]))
    .orderBy('until_day', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
  if (entry === undefined) return null;
  return Barred.parse({ about: entry.title, since: entry.since_day, until: entry.until_day });
}
