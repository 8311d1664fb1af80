/** What rules may ask for by name: single values, things with fields such as the card, and rows of a repeated group. */

/** Named as in CEL. */
export type FactType = 'string' | 'int' | 'bool';
export type FieldTypes = Readonly<Record<string, FactType>>;

/** Every name a rule may use, with its type. */
export type FactTypes = Readonly<
  Record<string, FactType | { readonly fields: FieldTypes } | { readonly rows: FieldTypes }>
>;

export type FactValue = string | number | boolean;
export type FactFields = Readonly<Record<string, FactValue>>;

/** What is known when a rule is asked: `today`, `card` once it is read, each answer by the id of its element. */
export interface RuleFacts {
  readonly [name: string]: FactValue | FactFields | readonly FactFields[];
}

/** The card as rules see it: empty text where a card says nothing; long-term validity is an empty `validTo`. */
export const CARD_FIELDS = {
  documentType: 'string',
  name: 'string',
  sex: 'string',
  birthDate: 'string',
  address: 'string',
  idNumber: 'string',
  validFrom: 'string',
  validTo: 'string',
  nationality: 'string',
} as const satisfies FieldTypes;

/** What every rule may ask, whatever the release. */
export const ALWAYS_KNOWN = { today: 'string', card: { fields: CARD_FIELDS } } as const satisfies FactTypes;
