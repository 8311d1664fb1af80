/** What can happen to a running plan: the citizen's intents, and the results of activities. */
import type { CaseNumber } from '#contract/case-number.ts';
import type { IdentityCard } from '#contract/devices/card-reader.ts';
import type { PrintOutcome } from '#contract/devices/printer.ts';
import type { CaseProgress } from '#contract/hub-desk.ts';
import type { Barred, LookupFault } from '#contract/lookup.ts';
import type { Found } from '#contract/found.ts';
import type { FaultCode } from '#contract/faults.table.ts';
import type { CameraFault, PageCode } from '#contract/camera.ts';
import type { ShownLine } from '#contract/paper-record.ts';
import type { VerifyCode } from '#contract/verify-code.ts';
import type { Day, ElementId, PageId, ServiceId, SourceId } from '#contract/ids.ts';
import type { ReadValue } from './plan-context.ts';
import type { Language, LocalText } from '#contract/language.ts';
import type { AnswerValue } from '#contract/screen/intent.ts';

/** What every event is stamped with: machines have no clock of their own. */
export interface Stamp {
  /** Wall time in ms. */
  readonly at: number;
  readonly language: Language;
  /** Somebody stands beside the citizen and reads along. */
  readonly assisted?: boolean;
}

type Happening =
  | { readonly type: 'next' | 'back' | 'submit' | 'retry' | 'print' }
  | { readonly type: 'answer'; readonly element: ElementId; readonly value: AnswerValue }
  | { readonly type: 'edit'; readonly element: ElementId }
  | { readonly type: 'addRow'; readonly element: ElementId }
  | { readonly type: 'editRow' | 'removeRow'; readonly element: ElementId; readonly index: number }
  | { readonly type: 'removeFromCart'; readonly service: ServiceId }
  | { readonly type: 'rate'; readonly service: ServiceId; readonly level: number }
  | { readonly type: 'card.found' }
  | { readonly type: 'card.read'; readonly card: IdentityCard }
  /** An invented card, chosen by a button. */
  | { readonly type: 'practise.card'; readonly card: IdentityCard }
  | { readonly type: 'card.failed'; readonly fault: FaultCode }
  | { readonly type: 'lookup.found'; readonly cases: readonly CaseProgress[] }
  | { readonly type: 'source.found'; readonly source: SourceId; readonly found: Found | null }
  | { readonly type: 'promises.told'; readonly barred: Barred | null }
  | { readonly type: 'decline' }
  | {
      readonly type: 'proof.issued';
      readonly code: VerifyCode;
      /** Hex SHA-256 of what the paper says. */
      readonly facts: string;
      readonly shown: readonly ShownLine[];
      readonly madeAt: number;
      readonly day: Day;
      /** How the place is called where it is printed. */
      readonly place: LocalText;
    }
  | { readonly type: 'proof.ended'; readonly outcome: PrintOutcome; readonly fault: FaultCode | null }
  | { readonly type: 'lookup.failed'; readonly fault: LookupFault }
  | {
      readonly type: 'page.taken';
      readonly page: PageId;
      /** Null: those of the page it replaces. */
      readonly codes: readonly PageCode[] | null;
      readonly replaces: PageId | null;
    }
  | { readonly type: 'pages.read'; readonly values: Readonly<Record<ElementId, ReadValue>> }
  | { readonly type: 'removePage'; readonly page: PageId }
  | { readonly type: 'defer' }
  | { readonly type: 'camera.failed'; readonly fault: CameraFault }
  | { readonly type: 'numbers.reserved'; readonly caseNumbers: readonly CaseNumber[] }
  | { readonly type: 'print.ended'; readonly outcome: PrintOutcome; readonly fault: FaultCode | null }
  /** The process died and came back while this plan was running. */
  | { readonly type: 'recovered' };

export type PlanEvent = Happening & Stamp;
