/** What the citizen did on a view, and the values an answer may have. */
import { z } from 'zod';
import { ElementId, PackageId, PageId, ServiceId } from '../ids.ts';
import { Language } from '../language.ts';
import { SignaturePath } from '../signature.ts';

export const TextScale = z.enum(['standard', 'elder', 'lowVision']);
export type TextScale = z.infer<typeof TextScale>;

const PlainAnswer = z.union([z.string().max(500), SignaturePath, z.boolean(), z.number().int()]);
const InnerRow = z.record(ElementId, PlainAnswer);
/** One row of a list, by its columns; a column may itself be a list. */
export const AnswerRow = z.record(ElementId, z.union([PlainAnswer, z.array(InnerRow).max(20)]));
export type AnswerRow = Readonly<z.infer<typeof AnswerRow>>;
export const AnswerValue = z.union([PlainAnswer, z.array(AnswerRow).max(20)]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** How a plan is begun, other than for oneself. `agent`: for somebody else (代办). `practise`: nothing is submitted (练习). */
export const BeginAs = z.enum(['agent', 'practise']);
export type BeginAs = z.infer<typeof BeginAs>;

/** Whose invented card one practises with. */
export const PractisePerson = z.enum(['elder', 'adult']);
export type PractisePerson = z.infer<typeof PractisePerson>;

/** What the catalogue's shelves are sorted by. */
export const ShelfBy = z.enum(['topic', 'lifeEvent', 'office', 'package']);
export type ShelfBy = z.infer<typeof ShelfBy>;

/** A shelf of the catalogue, by its id; `null`: all shelves of this kind. A package has a page of its own instead. */
export const ShelfPlace = z.strictObject({ by: ShelfBy, id: z.string().max(100).nullable() });
export type ShelfPlace = Readonly<z.infer<typeof ShelfPlace>>;

/** Longer than anybody types into a search. */
export const QUERY_LENGTH = 200;

export const Intent = z.discriminatedUnion('kind', [
  /** Touched the attract screen. */
  z.strictObject({ kind: z.literal('begin') }),
  ShelfPlace.extend({ kind: z.literal('openShelf') }),
  z.strictObject({ kind: z.literal('openService'), service: ServiceId }),
  /** Begins with this service alone; what lies in the cart stays there. */
  z.strictObject({ kind: z.literal('startService'), service: ServiceId, as: BeginAs.optional() }),
  z.strictObject({ kind: z.literal('openPackage'), package: PackageId }),
  z.strictObject({ kind: z.literal('openSearch') }),
  /** 附近的服务点: those that can do the service whose page is open, or all. */
  z.strictObject({ kind: z.literal('openPlaces') }),
  /** What stands in the search field now, letter by letter; `back` closes the search. */
  z.strictObject({ kind: z.literal('search'), text: z.string().max(QUERY_LENGTH) }),
  z.strictObject({ kind: z.literal('addToCart'), services: z.array(ServiceId).min(1).max(20) }),
  z.strictObject({ kind: z.literal('removeFromCart'), service: ServiceId }),
  z.strictObject({ kind: z.literal('openCart') }),
  /** 一次性告知 or 办事指南: of this service, or, with null, of everything in the cart. */
  z.strictObject({
    kind: z.literal('openHandout'),
    handout: z.enum(['notice', 'guide']),
    service: ServiceId.nullable(),
  }),
  /** The page that is shown, on paper. */
  z.strictObject({ kind: z.literal('print') }),
  /** Begins the merged plan of everything in the cart. */
  z.strictObject({ kind: z.literal('checkout'), as: BeginAs.optional() }),
  z.strictObject({ kind: z.literal('next') }),
  z.strictObject({ kind: z.literal('back') }),
  /** Asks to end the session; a dialog follows when something would be lost. */
  z.strictObject({ kind: z.literal('leave') }),
  z.strictObject({ kind: z.literal('confirmLeave') }),
  /** Closes a dialog: stay here, more time. */
  z.strictObject({ kind: z.literal('stay') }),
  /** Gives a value: the page stays and shows it, with `problem` when it is refused. `next` goes on once it is good. */
  z.strictObject({ kind: z.literal('answer'), element: ElementId, value: AnswerValue }),
  /** From the review back to one question. */
  z.strictObject({ kind: z.literal('edit'), element: ElementId }),
  /** A list, row by row: `element` is the list, or the one inside the row that is open. */
  z.strictObject({ kind: z.literal('addRow'), element: ElementId }),
  z.strictObject({ kind: z.literal('editRow'), element: ElementId, index: z.number().int().nonnegative() }),
  z.strictObject({ kind: z.literal('removeRow'), element: ElementId, index: z.number().int().nonnegative() }),
  z.strictObject({ kind: z.literal('submit') }),
  /** A page that was taken is not wanted. */
  z.strictObject({ kind: z.literal('removePage'), page: PageId }),
  /** The paper will be brought later (容缺). */
  z.strictObject({ kind: z.literal('defer') }),
  /** Not to promise, where that may be chosen (告知承诺). */
  z.strictObject({ kind: z.literal('decline') }),
  z.strictObject({ kind: z.literal('retry') }),
  z.strictObject({ kind: z.literal('rate'), service: ServiceId, level: z.number().int().min(1).max(5) }),
  z.strictObject({ kind: z.literal('language'), language: Language }),
  z.strictObject({ kind: z.literal('scale'), scale: TextScale }),
  /** In place of a card on the reader, while practising. */
  z.strictObject({ kind: z.literal('practiseCard'), person: PractisePerson }),
  /** 有人陪我办: somebody stands beside the citizen and reads along. */
  z.strictObject({ kind: z.literal('beside'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('help'), open: z.boolean() }),
]);
export type Intent = z.infer<typeof Intent>;
