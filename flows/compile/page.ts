/** What each state of a compiled plan says of itself: the page shown there and the activity that runs there. */
import type { ElementId, MaterialId, ServiceId, SourceId, StepId } from '#contract/ids.ts';
import type { Handout } from '../notice/handout.ts';
import type { StepOf } from '../language/step.ts';

/** `changing`: the first of two takes the card away, the second lays down theirs. */
export type IdentifyPhase = 'changing' | 'waiting' | 'reading' | 'trouble';

export type Page =
  | { readonly kind: 'info'; readonly step: StepId }
  | { readonly kind: 'identify'; readonly step: StepId; readonly phase: IdentifyPhase }
  | { readonly kind: 'check'; readonly step: StepId }
  | { readonly kind: 'lookup'; readonly step: StepId; readonly phase: 'asking' | 'told' | 'trouble' }
  | {
      readonly kind: 'scan';
      readonly step: StepId;
      readonly material: MaterialId;
      readonly phase: 'capturing' | 'reading' | 'trouble';
    }
  | { readonly kind: 'ask'; readonly step: StepId; readonly element: ElementId }
  | {
      readonly kind: 'promise';
      readonly step: StepId;
      readonly element: ElementId;
      readonly phase: 'consulting' | 'reading' | 'barred' | 'trouble';
    }
  | { readonly kind: 'print'; readonly step: StepId; readonly phase: 'offered' | 'printing' | 'told' }
  /** A list, or a question of one of its rows. */
  | { readonly kind: 'rows'; readonly step: StepId; readonly element: ElementId }
  | { readonly kind: 'practiseCard'; readonly step: StepId }
  | { readonly kind: 'practiseScan'; readonly step: StepId; readonly material: MaterialId }
  | { readonly kind: 'practiseEnd'; readonly step: StepId }
  | { readonly kind: 'review'; readonly step: StepId }
  | { readonly kind: 'fee'; readonly step: StepId }
  | { readonly kind: 'submit'; readonly step: StepId }
  | { readonly kind: 'receipt'; readonly step: StepId }
  /** A page to take along: what to bring for these answers, or all about a service. */
  | { readonly kind: Handout['kind']; readonly step: StepId; readonly phase: 'reading' | 'printing' }
  | { readonly kind: 'rate'; readonly step: StepId; readonly service: ServiceId }
  | { readonly kind: 'fault' };

/** Work that goes on while a plan is in a state; its results come back as events. */
export type PlanActivity =
  | { readonly kind: 'readCard'; readonly who: StepOf<'identify'>['who']; readonly timeoutMs: number }
  /** One for each service that is still in the plan. */
  | { readonly kind: 'reserveNumbers' }
  | { readonly kind: 'lookUp'; readonly lookup: 'progress' | SourceId; readonly timeoutMs: number }
  | { readonly kind: 'consultPromises'; readonly services: readonly ServiceId[]; readonly timeoutMs: number }
  | { readonly kind: 'readPages'; readonly material: MaterialId; readonly timeoutMs: number }
  /** On A4, or where there is no such printer on that of receipts. */
  | { readonly kind: 'printHandout'; readonly handout: Handout['kind']; readonly timeoutMs: number }
  | { readonly kind: 'issueProof'; readonly step: StepId }
  | { readonly kind: 'printProof'; readonly step: StepId; readonly timeoutMs: number }
  | { readonly kind: 'printReceipt'; readonly timeoutMs: number };

export interface PlanMeta {
  readonly page: Page;
  readonly activity?: PlanActivity;
}
