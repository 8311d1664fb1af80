/** The parts of cases and the papers they are owed: filed with the case, read for the desk and for the citizen. */
import type { Insertable } from 'kysely';
import { CasePart, OwedPaper } from '#contract/hub-parts.ts';
import type { CaseSubmitted } from '#contract/record.ts';
import type { Database } from '../database/connect.ts';
import { dueDay } from './due-day.ts';
import type { CasePartTable, OwedPaperTable } from './part-tables.ts';

export interface CaseKey {
  readonly kiosk_id: string;
  readonly record_id: string;
}

/** `at`: the hub's wall time in ms. */
export function partsIn({ subCases, day }: CaseSubmitted, key: CaseKey, at: number): Insertable<CasePartTable>[] {
  return subCases.map(({ id, title, office, promisedWorkdays, dueDay: told }, position) => ({
    ...key,
    part: id,
    position,
    title: JSON.stringify(title),
    office: JSON.stringify(office),
    due_day: told ?? dueDay(day, promisedWorkdays),
    state: 'received',
    changed_at: at,
    reason: null,
  }));
}

export function owedIn({ materials, day }: CaseSubmitted, key: CaseKey): Insertable<OwedPaperTable>[] {
  return materials.flatMap(({ material, label, deferredWorkdays, deferredUntil }, position) =>
    deferredWorkdays === null
      ? []
      : [
          {
            ...key,
            material,
            position,
            label: JSON.stringify(label),
            due_day: deferredUntil ?? dueDay(day, deferredWorkdays),
          },
        ],
  );
}

type Reading = Pick<Database, 'selectFrom'>;

/** In the kiosk's order. */
export async function partsOf(database: Reading, { kiosk_id, record_id }: CaseKey): Promise<CasePart[]> {
  const rows = await database
    .selectFrom('case_part')
    .selectAll()
    .where('kiosk_id', '=', kiosk_id)
    .where('record_id', '=', record_id)
    .orderBy('position')
    .execute();
  return rows.map(({ part, title, office, state, due_day, changed_at, reason }) =>
    CasePart.parse({ part, title, office, state, dueDay: due_day, changedAt: changed_at, reason }),
  );
}

export async function papersOf(database: Reading, { kiosk_id, record_id }: CaseKey): Promise<OwedPaper[]> {
  const rows = await database
    .selectFrom('owed_paper')
    .selectAll()
    .where('kiosk_id', '=', kiosk_id)
    .where('record_id', '=', record_id)
    .orderBy('position')
    .execute();
  return rows.map(({ material, label, due_day, brought }) =>
    OwedPaper.parse({ material, label, dueDay: due_day, brought }),
  );
}
