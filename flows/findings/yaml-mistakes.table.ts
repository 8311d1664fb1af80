/** What the YAML reader's own words mean for somebody who is no programmer. */
import type { ErrorCode } from 'yaml';
import type { LocalText } from '#contract/language.ts';
import { both } from './both.ts';

const SIGN_MISSING = both(
  '少了一个符号（逗号、冒号、减号或空格）',
  'a sign is missing (a comma, a colon, a hyphen or a space)',
);
const ONE_LINE = both(
  '名称和它的内容挤在了一行，或者名称分成了两行',
  'a name and what belongs to it are mixed up on one line, or a name takes two lines',
);
const REFERS = both('这里有“&”或“*”开头的字', 'something begins with "&" or "*"');
const TAGGED = both('这里有“!”开头的字', 'something begins with "!"');
const TOO_MUCH = both('内容太多，或者套得太深', 'there is too much of it, or it is nested too deeply');
const ODD = both('这里的符号不该出现', 'there is a sign that can’t stand here');

export const YAML_MISTAKES: Readonly<Record<ErrorCode, LocalText>> = {
  MISSING_CHAR: SIGN_MISSING,
  BAD_INDENT: both('行首的空格数和上下行对不齐', 'the spaces before it don’t line up with the lines around'),
  TAB_AS_INDENT: both('行首用了制表符，要用空格', 'there is a tab before it; spaces are needed'),
  DUPLICATE_KEY: both('同一个名称写了两次', 'the same name is written twice'),
  BAD_SCALAR_START: both('文字以特殊符号开头，要加引号', 'the text begins with a special sign and needs quotes'),
  BAD_DQ_ESCAPE: both('双引号里的“\\”后面不能跟这个字', 'inside double quotes, "\\" can’t stand before this letter'),
  UNEXPECTED_TOKEN: ODD,
  IMPOSSIBLE: ODD,
  BAD_COLLECTION_TYPE: ODD,
  BAD_DIRECTIVE: both('行首不能是“%”', 'a line can’t begin with "%"'),
  BLOCK_AS_IMPLICIT_KEY: ONE_LINE,
  BLOCK_IN_FLOW: both('方括号或花括号里不能分行列出', 'a list with hyphens can’t stand inside brackets'),
  MULTILINE_IMPLICIT_KEY: ONE_LINE,
  KEY_OVER_1024_CHARS: both('名称太长，或者少了引号', 'a name is far too long, or a quote is missing'),
  NON_STRING_KEY: both('名称要是文字', 'a name must be text'),
  MULTIPLE_DOCS: both('一个文件里有两份内容（以“---”分开）', 'there are two documents in one file, divided by "---"'),
  ALIAS_PROPS: REFERS,
  BAD_ALIAS: REFERS,
  MULTIPLE_ANCHORS: REFERS,
  BAD_PROP_ORDER: REFERS,
  MULTIPLE_TAGS: TAGGED,
  TAG_RESOLVE_FAILED: TAGGED,
  RESOURCE_EXHAUSTION: TOO_MUCH,
};

/** The commonest of them by far: a quotation mark that is never closed. */
export const QUOTE_OPEN = both('引号没有配对', 'a quotation mark is never closed');
