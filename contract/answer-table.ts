/** An answer that is a list, as a table for the case desk: every heading and every value in words, at most one list inside a row. */
import { z } from 'zod';
import { ElementId } from './ids.ts';
import { LocalText } from './language.ts';
import { SignaturePath } from './signature.ts';

const MOST_COLUMNS = 8;
const MOST_ROWS = 20;

const Heading = z.strictObject({
  column: ElementId,
  label: LocalText,
  /** A number that names a person: masked until somebody asks for the whole of it. */
  masked: z.boolean(),
});

const plainCell = { shown: LocalText, drawn: SignaturePath.optional() };

/** Cells stand in the order of the headings; null where the row was not asked. */
function tableOf<T extends z.ZodType>(cell: T) {
  return z.strictObject({
    headings: z.array(Heading).min(1).max(MOST_COLUMNS),
    rows: z.array(z.array(cell.nullable()).max(MOST_COLUMNS)).max(MOST_ROWS),
  });
}

const InnerTable = tableOf(z.strictObject(plainCell));
export const AnswerTable = tableOf(z.strictObject({ ...plainCell, inner: InnerTable.optional() }));
export type AnswerTable = Readonly<z.infer<typeof AnswerTable>>;
export type TableHeading = AnswerTable['headings'][number];
/** `inner` only in the cells of the outer table. */
export type TableCell = NonNullable<AnswerTable['rows'][number][number]>;
