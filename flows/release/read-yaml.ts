/** One YAML file as plain data with the line of every value; anchors, aliases, tags and oversize are refused. */
import { isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import { Json } from '#contract/json.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { QUOTE_OPEN, YAML_MISTAKES } from '../findings/yaml-mistakes.table.ts';

/** A service has less than ten thousand, all questions of a hall together some fifty; several times that is a mistake or an attack. */
export const MAX_YAML_CHARACTERS = 200_000;
/** Deeper than any schema here; counted before parsing, because the parser recurses. */
const MAX_FLOW_DEPTH = 30;

export interface YamlMistake {
  readonly told: Told;
  readonly line: number;
}

export interface YamlFile {
  readonly value: Json | undefined;
  readonly mistakes: readonly YamlMistake[];
  /** The line of the value at `path`, or of the nearest value around it; from 1. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** One code stands for every sign that is missing. */
function isQuoteOpen({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.startsWith('Missing closing');
}

export function readYaml(text: string): YamlFile {
  const refused = (told: Told): YamlFile => ({
    value: undefined,
    mistakes: [{ told, line: 1 }],
    lineOf: () => 1,
  });
  if (text.length > MAX_YAML_CHARACTERS) return refused(tell('yaml.tooLarge', { most: MAX_YAML_CHARACTERS }));
  if (isTooDeep(text)) return refused(tell('yaml.tooDeep'));

  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    schema: 'core',
    version: '1.2',
    uniqueKeys: true,
    prettyErrors: false,
  });
  const lineAt = (offset: number | undefined): number => counter.linePos(offset ?? 0).line || 1;
  const mistakes: YamlMistake[] = [...document.errors, ...document.warnings].map((error) => ({
    told: tell('yaml.syntax', { why: isQuoteOpen(error) ? QUOTE_OPEN : YAML_MISTAKES[error.code] }),
    line: lineAt(error.pos[0]),
  }));
  visit(document, {
    Alias: (_, node) => {
      mistakes.push({ told: tell('yaml.alias', { sign: '*' }), line: lineAt(node.range?.[0]) });
    },
    Value: (_, node) => {
      const line = lineAt(node.range?.[0]);
      if (node.anchor !== undefined) mistakes.push({ told: tell('yaml.alias', { sign: '&' }), line });
      if (node.tag !== undefined) mistakes.push({ told: tell('yaml.tag'), line });
    },
  });
  visit(document, {
    Pair: (_, { key }) => {
      // Everybody after us would pass it over in silence.
      if (isScalar(key) && key.value === '__proto__')
        mistakes.push({ told: tell('yaml.reserved', { name: '__proto__' }), line: lineAt(key.range?.[0]) });
    },
  });
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));
  if (mistakes.length > 0) return { value: undefined, mistakes, lineOf };
  // NaN and infinity are YAML but not plain data.
  const plain = Json.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!plain.success) return refused(tell('yaml.value'));
  return { value: plain.data, mistakes, lineOf };
}

/** Indentation and open brackets, whichever is deeper; brackets inside texts count too, which only errs on the safe side. */
function isTooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    if (character === ']' || character === '}') open = Math.max(0, open - 1);
    if (open > MAX_FLOW_DEPTH) return true;
  }
  return text.split('\n').some((line) => (/^[\s\-?:]*/.exec(line)?.[0].length ?? 0) > 4 * MAX_FLOW_DEPTH);
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const keys = path.slice(0, length);
    const node: unknown = document.getIn(keys, true);
    if (typeof node === 'object' && node !== null && 'range' in node) {
      const range = node.range as readonly number[] | null | undefined;
      if (range !== undefined && range !== null) return range[0];
    }
  }
  return 0;
}
