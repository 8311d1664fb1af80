/** The same schemas as the gate's, as JSON Schema: an editor then completes names and marks slips while somebody writes. */
import { z } from 'zod';
import type { Json } from '#contract/json.ts';
import { FILES, FOLDERS } from './file-kinds.table.ts';

export type FileKind = keyof typeof FILES | keyof typeof FOLDERS;

export const FILE_KINDS = Object.keys({ ...FILES, ...FOLDERS }) as readonly FileKind[];

/** Of a file by its path below the folder of flows, for example `services/senior-card.yaml`. */
export function kindOf(file: string): FileKind | null {
  const [first = ''] = file.replace(/\.yaml$/, '').split('/');
  return FILE_KINDS.find((kind) => kind === first) ?? null;
}

/** As an author writes it: what has a default may be left out. Rules between files only the gate knows. */
export function editorSchema(kind: FileKind): Json {
  const schema: z.ZodType = { ...FILES, ...FOLDERS }[kind];
  return z.toJSONSchema(schema, { io: 'input' }) as Json;
}
