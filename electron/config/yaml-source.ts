/** A YAML text as plain data that still knows its lines. Aliases, tags and anything cleverer are refused. */
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { fail, ok, type Result } from '#contract/result.ts';
import type { LocalText } from '#contract/language.ts';
import { both, type ConfigMistake } from './config-mistake.ts';

export type SettingPath = readonly (string | number)[];

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlSource {
  readonly data: unknown;
  /** Where the value lies; for a value that is missing, where its nearest parent lies. */
  positionOf(path: SettingPath): Position;
  /** Where the last name of the path is written. */
  positionOfKey(path: SettingPath): Position;
}

const MISTAKES_SHOWN = 20;

export function readYaml(text: string): Result<YamlSource, readonly ConfigMistake[]> {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const mistake = (offset: number, message: LocalText): ConfigMistake => ({ ...at(offset), path: '', message });
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail([mistake(0, both('嵌套太深，不像配置文件', 'is nested too deeply to be a kiosk.yaml'))]);
  }
  const mistakes = [...document.errors, ...document.warnings].map((error) => {
    const [said = ''] = error.message.split('\n');
    return mistake(error.pos[0], both(`不是正确的 YAML（${said}）`, `is not valid YAML: ${said}`));
  });
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        // A few lines of aliases can unfold to gigabytes.
        const message = both(
          `请完整写出来：这里不能用别名 *${node.source}`,
          `write it out: *${node.source} (an alias) is not allowed here`,
        );
        mistakes.push(mistake(node.range?.[0] ?? 0, message));
      } else if (node.tag !== undefined && node.tag.startsWith('!')) {
        const message = both(`这里不能用标签 ${node.tag}`, `${node.tag} (a tag) is not allowed here`);
        mistakes.push(mistake(node.range?.[0] ?? 0, message));
      }
    },
  });
  if (mistakes.length > 0) return fail(mistakes.slice(0, MISTAKES_SHOWN));
  return ok({
    data: document.toJS({ maxAliasCount: 0 }) as unknown,
    positionOf: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return at(node.range[0]);
      }
      return at(0);
    },
    positionOfKey: (path) => {
      const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
      const pairs = isMap(parent) ? parent.items : [];
      const key = pairs
        .map((pair) => pair.key)
        .find((node) => isScalar(node) && String(node.value) === String(path.at(-1)));
      return at(isNode(key) ? (key.range?.[0] ?? 0) : 0);
    },
  });
}
