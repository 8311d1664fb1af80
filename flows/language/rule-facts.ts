/** What rules may ask for by name: single values, things with fields such as the card, and rows of a repeated group. */

/** Named as in CEL. */
export type FactType = 'string' | 'int' | 'bool';
/** A list, and the fields of each of its rows: `members.exists(m, m.age > 60)`. */
export interface RowsType {
  readonly rows: FieldTypes;
}
export interface FieldTypes {
  readonly [field: string]: FactType | RowsType;
}
/** Every name a rule may use, with its type. */
export interface FactTypes {
  readonly [name: string]: FactType | RowsType | { readonly fields: FieldTypes };
}

export type FactValue = string | number | boolean | readonly FactFields[];
export interface FactFields {
  readonly [field: string]: FactValue;
}

/** What is known when a rule is asked: `today`, `card` once it is read, each answer by the id of its element. */
export interface RuleFacts {
  readonly [name: string]: FactValue | FactFields;
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
