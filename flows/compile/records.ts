/** The records a plan leaves behind besides its cases: made here as plain bodies, kept by the runner with the step that caused them. */
import type { PrintOutcome } from '#contract/devices/printer.ts';
import type { ServiceId, StationId } from '#contract/ids.ts';
import type { LocalText } from '#contract/language.ts';
import type { RecordBody } from '#contract/record.ts';
import type { PlanContext } from './plan-context.ts';
import type { Stamp } from './plan-events.ts';

/** Where and under which release a plan runs. */
export interface RunsAt {
  readonly station: StationId;
  /** Left out where no desk reads the records. */
  readonly stationName?: LocalText;
  readonly release: number;
}

export function receiptRecord(context: PlanContext, outcome: PrintOutcome, stamp: Stamp): RecordBody {
  return {
    kind: 'receipt.reported',
    caseNumbers: context.cases.map((row) => row.caseNumber),
    outcome,
    at: stamp.at,
  };
}

/** Null when this session submitted no such case. */
export function ratingRecord(context: PlanContext, service: ServiceId, level: number, stamp: Stamp): RecordBody | null {
  const row = context.cases.find((candidate) => candidate.service === service);
  return row === undefined ? null : { kind: 'rating.given', caseNumber: row.caseNumber, service, level, at: stamp.at };
}
