/** What zod finds in a file, as findings with words of ours: zod's own are for programmers, and in one language. */
import type { z } from 'zod';
import type { Json } from '#contract/json.ts';
import { FORM_FINDINGS } from '../findings/forms.table.ts';
import { tell, type Told } from '../findings/findings.table.ts';
import { meantAmong, type Said } from '../findings/said.ts';
import type { OwnIssue } from '../findings/own-issue.ts';
import { VALUE_WORDS } from '../findings/things.table.ts';
import { formOfPattern } from './form-of-pattern.table.ts';
import { namesAllowed, wordsAllowed } from './names-allowed.ts';
import { valueAt } from './value-at.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

interface ToldAt {
  readonly told: Told;
  readonly path: Path;
}

export function tellIssue(file: string, issue: Issue, whole: Json | undefined): readonly ToldAt[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      told: tell('shape.unknown', { name: key, meant: meantAmong(key, namesAllowed(file, path, whole)) }),
      path: [...path, key],
    }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = nearestOf(issue.errors);
    return nearest.flatMap((each) => tellIssue(file, { ...each, path: [...path, ...each.path] }, whole));
  }
  // A name that can't be one: what is wrong with it is told as of any other word.
  if (issue.code === 'invalid_key') {
    const name = String(path.at(-1));
    return issue.issues.slice(0, 1).map((each) => ({ told: tellValue(file, each, whole, name, name), path }));
  }
  const given = valueAt(whole, path);
  return [{ told: tellValue(file, issue, whole, nameOf(path), given), path }];
}

function tellValue(file: string, issue: Issue, whole: Json | undefined, name: Said, given: Json | undefined): Told {
  if (issue.code === 'custom') return tellOwn(issue, name, given === undefined ? '' : inShort(given));
  if (given === undefined) return tell('shape.missing', { name });
  if (given === null) return tell('shape.empty', { name });
  const shown = inShort(given);
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = VALUE_WORDS[issue.expected];
      const is = VALUE_WORDS[kindOf(given)];
      return wanted === undefined || is === undefined
        ? tell('shape.other', { name })
        : tell('shape.type', {
            name,
            wanted,
            given: typeof given === 'object' ? is : { 'zh-CN': `“${shown}”`, en: `"${shown}"` },
          });
    }
    case 'invalid_value':
    case 'invalid_union':
      return tell('shape.oneOf', {
        name,
        given: shown,
        meant: meantAmong(shown, wordsAllowed(file, issue.path, whole)),
      });
    case 'too_small':
      return tellTooSmall(issue, name, shown);
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'string') return tell('shape.textLong', { name, most });
      return issue.origin === 'array' ? tell('shape.many', { name, most }) : tell('shape.numberLarge', { name, most });
    }
    case 'invalid_format':
      return tell(formOfPattern(issue.format, issue.pattern), { name, given: shown });
    default:
      return tell('shape.other', { name });
  }
}

function tellTooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall, name: Said, given: string): Told {
  const least = Number(minimum) + (inclusive === false ? 1 : 0);
  if (origin === 'array') return tell('shape.few', { name, least });
  if (origin !== 'string') return tell('shape.numberSmall', { name, least });
  return given === '' ? tell('shape.empty', { name }) : tell('shape.textShort', { name, least });
}

/** What our own schemas find: they give a code instead of words (`own-issue.ts`). */
function tellOwn({ params }: z.core.$ZodIssueCustom, name: Said, given: string): Told {
  const { finding, gaps } = (params ?? {}) as Partial<OwnIssue>;
  if (finding === undefined) return tell('shape.other', { name });
  if (finding === 'text.frameGaps') return tell('text.frameGaps', { gaps: gaps ?? '' });
  return isForm(finding) ? tell(finding, { name, given }) : tell(finding, { name });
}

function isForm(finding: string): finding is keyof typeof FORM_FINDINGS {
  return Object.hasOwn(FORM_FINDINGS, finding);
}

/** Of several shapes the one that was probably meant: the value is of its kind, and least is wrong with it. */
function nearestOf(errors: readonly (readonly Issue[])[]): readonly Issue[] {
  const ofItsKind = errors.filter(([first]) => first?.code !== 'invalid_type' || first.path.length > 0);
  return (ofItsKind.length > 0 ? ofItsKind : errors).toSorted((one, other) => one.length - other.length)[0] ?? [];
}

/** The name that somebody wrote, or that of the list with the number of the item. */
function nameOf(path: Path): Said {
  const last = path.at(-1);
  if (typeof last !== 'number') return String(last ?? '');
  const list = String(path.findLast((key) => typeof key === 'string') ?? '');
  return { 'zh-CN': `${list} 第${last + 1}项`, en: `${list}, item ${last + 1}` };
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** Longer than this nobody reads a wrong value. */
const MOST_SHOWN = 40;

function inShort(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
