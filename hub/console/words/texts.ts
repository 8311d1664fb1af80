/** Every word of the console in every language. */
import type { CaseDetail, CaseState } from '#contract/hub-api.ts';
import type { CaseAction } from '#contract/hub-desk.ts';
import type { Language } from '#contract/language.ts';

export interface Texts {
  readonly product: string;
  readonly desk: string;
  readonly skip: string;
  readonly switchLanguage: string;
  readonly localOnly: string;
  readonly list: {
    readonly title: string;
    readonly search: string;
    readonly searchHint: string;
    readonly clear: string;
    readonly columns: Readonly<
      Record<'number' | 'service' | 'applicant' | 'station' | 'state' | 'submitted' | 'due', string>
    >;
    readonly count: (shown: number, more: boolean) => string;
    readonly more: string;
    readonly fresh: string;
    readonly arrived: (count: number) => string;
    readonly emptyTitle: string;
    readonly emptySteps: readonly string[];
    readonly noMatchTitle: (search: string) => string;
    readonly noMatchHint: string;
    readonly loading: string;
    readonly overdue: string;
    readonly dueToday: string;
    /** Names the row of states above the list. */
    readonly filter: string;
    readonly everyState: string;
    /** When no case is in the state that was chosen. */
    readonly noneInState: (state: CaseState) => string;
    readonly noneInStateHint: string;
  };
  readonly papers: {
    readonly title: string;
    readonly onTheWay: (pages: number) => string;
    readonly page: (page: number, kilobytes: number) => string;
  };
  readonly detail: {
    readonly back: string;
    readonly due: string;
    readonly applicant: string;
    /** 代办: whoever did it for the applicant. */
    readonly agent: string;
    /** Of a service for two. */
    readonly partner: string;
    readonly assisted: string;
    /** A newer kiosk said more of the case than this hub knows. */
    readonly notWhole: string;
    readonly answers: string;
    readonly noAnswers: string;
    readonly fromCard: string;
    /** Typed or pressed. */
    readonly given: string;
    readonly givenByAgent: string;
    /** Looked up at another office. */
    readonly fromElsewhere: string;
    readonly fromPaper: string;
    readonly receipt: string;
    readonly rating: string;
    readonly noRating: string;
    readonly timeline: string;
    readonly origin: string;
    readonly show: string;
    readonly hide: string;
    readonly shownNote: string;
    readonly longTerm: string;
    readonly fields: Readonly<
      Record<
        | 'name'
        | 'nameLatin'
        | 'idNumber'
        | 'documentType'
        | 'sex'
        | 'nation'
        | 'nationality'
        | 'birthDate'
        | 'address'
        | 'issuer'
        | 'valid'
        | 'station'
        | 'language'
        | 'release'
        | 'plan'
        | 'promised',
        string
      >
    >;
    readonly workdays: (count: number) => string;
    readonly documentTypes: Readonly<Record<CaseDetail['record']['applicant']['documentType'], string>>;
    readonly sexes: Readonly<Record<CaseDetail['record']['applicant']['sex'], string>>;
    readonly spoken: Readonly<Record<Language, string>>;
  };
  readonly decide: {
    readonly title: string;
    readonly buttons: Readonly<Record<CaseAction['kind'], string>>;
    /** What the desk may do next, or that nothing is left to do. */
    readonly hints: Readonly<Record<CaseState, string>>;
    /** Said when it is done. */
    readonly done: Readonly<Record<CaseAction['kind'], string>>;
    readonly busy: string;
    readonly wrongState: string;
    readonly notDone: string;
    readonly reason: string;
    readonly returnTitle: string;
    readonly returnLabel: string;
    readonly returnHint: string;
    readonly returnBlank: string;
    readonly returnNow: string;
    readonly cancel: string;
  };
  readonly states: Readonly<Record<CaseState, string>>;
  readonly receipts: Readonly<Record<CaseDetail['receipt'], { readonly word: string; readonly hint: string }>>;
  readonly ratings: readonly [string, string, string, string, string];
  readonly events: Readonly<Record<CaseDetail['timeline'][number]['what'], string>>;
  readonly trouble: {
    readonly away: string;
    readonly odd: string;
    readonly lastGood: (time: string) => string;
    readonly notANumber: string;
    readonly unknownCase: string;
    readonly unknownCaseHint: string;
    readonly nowhere: string;
    readonly aside: (rows: number, alarms: number) => string;
  };
}
