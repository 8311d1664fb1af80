/** A service as one file of release data: how it is found, what it promises, and its steps. */
import { z } from 'zod';
import { ElementId, MaterialId, ServiceId } from '#contract/ids.ts';
import { LocalText } from '#contract/language.ts';
import { finds } from '../findings/own-issue.ts';
import { LifeEventId, TopicId } from './catalogue.ts';
import { ExpressionText } from './expression-text.ts';
import { FeeId } from './fee.ts';
import { Keywords, LocalTexts } from './local-words.ts';
import { OfficeId } from './office.ts';
import { type Step, type StepKind, Written } from './step.ts';

/** A paper of the list to bring. With `when` it is asked for only in that case, which `only` says in words. */
const ConditionalMaterial = z.strictObject({ material: MaterialId, when: ExpressionText, only: LocalText });
type ServiceMaterial = Pick<z.infer<typeof ConditionalMaterial>, 'material'> &
  Partial<z.infer<typeof ConditionalMaterial>>;
const ServiceMaterial = z.union([
  MaterialId.transform((material): ServiceMaterial => ({ material })),
  ConditionalMaterial,
]);

const ServiceFee = z.strictObject({
  fee: FeeId,
  /** How many of it; one when left out. */
  quantity: ExpressionText.optional(),
  when: ExpressionText.optional(),
});

/** 常见问题: what people ask before they come. */
const Asked = z.strictObject({ question: LocalText, answer: LocalText });

/** So few that a region may add its own on top: more are not counted (`work-calendar.ts`). */
const workdays = z.number().int().nonnegative().max(900);

/** One of several offices that work on a case at the same time (并联). */
const SubCase = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  title: LocalText,
  office: OfficeId,
  promisedWorkdays: workdays,
});

/** Each is moved under its id at the hub. */
function eachOnce(subCases: readonly z.infer<typeof SubCase>[], context: z.RefinementCtx): void {
  const ids = subCases.map(({ id }) => id);
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index)
      context.addIssue({ code: 'custom', ...finds('form.fieldTwice', { path: [index, 'id'] }) });
}

/** As an author writes it: branches in its steps, and of the edges only what differs from the hall's usual ones. */
export const WrittenService = z
  .strictObject({
    id: ServiceId,
    /** Shaped like GB/T 39554.1: basic code 12 characters, implementing code 31. */
    codes: z.strictObject({
      basic: z.string().regex(/^[0-9A-Z]{12}$/, 'twelve digits or capital letters'),
      implementing: z.string().regex(/^[0-9A-Z]{31}$/, 'thirty-one digits or capital letters'),
    }),
    title: LocalText,
    summary: LocalText,
    keywords: Keywords,
    audience: z.enum(['person', 'enterprise', 'everyone']),
    topic: TopicId,
    lifeEvents: z.array(LifeEventId).max(10).default([]),
    office: OfficeId,
    conditions: LocalTexts.min(1),
    /** Both in workdays; `promised` is what this office binds itself to. */
    timeLimits: z
      .strictObject({ statutory: workdays, promised: workdays })
      .refine((limits) => limits.promised <= limits.statutory, finds('sense.promised')),
    fees: z.array(ServiceFee).max(10).default([]),
    /** How long the steps take a citizen here. */
    minutes: z.number().int().positive(),
    materials: z.array(ServiceMaterial).max(20),
    result: z.strictObject({ name: LocalText, delivery: LocalTexts.min(1) }),
    legalBasis: z
      .array(z.strictObject({ title: LocalText, invented: z.boolean() }))
      .min(1)
      .max(20),
    /** What happens after submission, in order; on the receipt and on its screen. */
    nextSteps: LocalTexts.min(1),
    /** On the guide, and found by the search. */
    faq: z.array(Asked).max(10).default([]),
    /** 代办: somebody else may do it for the applicant, with both ID cards. */
    agent: z.boolean().default(false),
    /** 并联: offices that work at the same time; the case is completed when each of them is. */
    subCases: z.array(SubCase).max(6).superRefine(eachOnce).default([]),
    /** 跨省通办: the question whose answer, a region of `regions.yaml`, says where the case is decided. */
    decidedIn: ElementId.optional(),
    offered: z.boolean(),
    /** Why it isn't offered; only and always with `offered: false`. */
    reason: LocalText.optional(),
    steps: z.array(Written).max(60),
  })
  .refine((service) => service.offered === (service.reason === undefined), finds('sense.reason', { path: ['reason'] }));
export type WrittenService = Readonly<z.infer<typeof WrittenService>>;

/** As plans are made of it: its steps flat and complete (`flatten.ts`). */
export type Service = Omit<WrittenService, 'steps'> & { readonly steps: readonly Step[] };

/** Everything in it can be shown without a device, a line, or anything that is kept. */
export function canBePractised(service: Service): boolean {
  return makesCase(service) && service.steps.every(({ kind }) => PRACTISED.has(kind));
}

/** Two people come, both with their card. */
export function isForTwo({ steps }: Pick<Service, 'steps'>): boolean {
  return steps.some((step) => step.kind === 'identify' && step.who === 'partner');
}

const PRACTISED: ReadonlySet<StepKind> = new Set<StepKind>([
  ...(['info', 'identify', 'check', 'choose', 'ask', 'promise', 'scan'] as const),
  ...(['review', 'fee', 'sign', 'submit', 'receipt', 'rate'] as const),
]);

/** Something is submitted and decided; a service without a case is over when it has been looked at. */
export function makesCase(service: Service): boolean {
  return service.steps.some((step) => step.kind === 'submit');
}
