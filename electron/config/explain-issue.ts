/** Says a schema's complaint in a technician's words, in both languages. */
import type { z } from 'zod';
import type { LocalText } from '#contract/language.ts';
import { both } from './config-mistake.ts';
import { OWN_WORDS } from './own-words.table.ts';

/** `found` is the value that was complained about; undefined when there is none. */
export function explainIssue(issue: z.core.$ZodIssue, found: unknown): LocalText {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue.expected, found);
    case 'invalid_value':
      return oneOf(issue.values, found);
    case 'invalid_union':
      return explainUnion(issue, found);
    case 'too_small':
      return issue.origin === 'string'
        ? both('不能是空的', 'must not be empty')
        : insteadOf(`至少是 ${issue.minimum}`, `must be at least ${issue.minimum}`, found);
    case 'too_big':
      return issue.origin === 'string'
        ? both(`最多 ${issue.maximum} 个字`, `must have at most ${issue.maximum} characters`)
        : insteadOf(`最大是 ${issue.maximum}`, `must be at most ${issue.maximum}`, found);
    case 'invalid_format':
      return explainFormat(issue, found);
    case 'custom':
      return ownWords(issue.message, issue.params?.['zh']);
    default:
      return both(issue.message, issue.message);
  }
}

/** A refinement brings its Chinese along when it is made of values, else the table has it. */
function ownWords(english: string, chinese: unknown): LocalText {
  return both(typeof chinese === 'string' ? chinese : (OWN_WORDS[english] ?? english), english);
}

const TYPE_WORDS: Readonly<Record<string, LocalText>> = {
  string: both('文字', 'text'),
  number: both('数', 'a number'),
  int: both('整数', 'a whole number'),
  boolean: both('true 或 false', 'true or false'),
  array: both('一个列表', 'a list'),
  object: both('一组设置', 'a group of settings'),
};

function explainType(expected: string, found: unknown): LocalText {
  const wanted = TYPE_WORDS[expected] ?? both(expected, expected);
  const needs = both(`必须是${wanted['zh-CN']}`, `must be ${wanted.en}`);
  if (found === undefined) return both(`没有写；${needs['zh-CN']}`, `is missing; it ${needs.en}`);
  if (found === null) return both(`是空的；${needs['zh-CN']}`, `is empty; it ${needs.en}`);
  const plain = insteadOf(needs['zh-CN'], needs.en, found);
  if (expected !== 'string' || typeof found === 'object') return plain;
  return both(`${plain['zh-CN']}；请加引号："${String(found)}"`, `${plain.en}; put it in quotes: "${String(found)}"`);
}

function explainUnion(issue: z.core.$ZodIssueInvalidUnion, found: unknown): LocalText {
  const values = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
  return values.length > 0 ? oneOf(values, found) : both(issue.message, issue.message);
}

function explainFormat({ format, message }: z.core.$ZodIssueInvalidStringFormat, found: unknown): LocalText {
  if (format === 'url') {
    const like = 'https://hub.example.org';
    return insteadOf(`必须是 ${like} 这样的地址`, `must be an address such as ${like}`, found);
  }
  const { 'zh-CN': chinese, en } = ownWords(message, undefined);
  return insteadOf(`必须是${chinese}`, `must be ${en}`, found);
}

function oneOf(values: readonly unknown[], found: unknown): LocalText {
  const list = values.map(String).join(', ');
  const choice =
    values.length === 1
      ? both(`必须是 ${list}`, `must be ${list}`)
      : both(`必须是以下之一：${list}`, `must be one of ${list}`);
  if (found === undefined) return both(`没有写；${choice['zh-CN']}`, `is missing; it ${choice.en}`);
  return insteadOf(choice['zh-CN'], choice.en, found);
}

function insteadOf(chinese: string, english: string, found: unknown): LocalText {
  const shown = show(found);
  return both(`${chinese}，不能是${shown['zh-CN']}`, `${english}, not ${shown.en}`);
}

function show(found: unknown): LocalText {
  if (Array.isArray(found)) return both('一个列表', 'a list');
  if (typeof found === 'object' && found !== null) return both('一组设置', 'a group of settings');
  if (typeof found === 'string') return both(`“${found.slice(0, 60)}”`, `"${found.slice(0, 60)}"`);
  return both(` ${String(found)}`, String(found));
}
