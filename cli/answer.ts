/** What a command answers, and how it is put on paper: text for people, or one JSON document with `--json`. */
import type { Json } from '#contract/json.ts';
import type { Result } from '#contract/result.ts';
import { printable } from './printable.ts';

/** Exit codes: 0 done, 1 found something wrong, 2 usage or config. */
export type ExitCode = 0 | 1 | 2;

export interface Finding {
  readonly result: Json;
  /** The same for people, without a line break at the end. */
  readonly text: string;
  readonly exitCode: 0 | 1;
}

export interface CliFault {
  readonly code: string;
  readonly message: string;
  /** What to do next, best as an exact command. */
  readonly hint: string;
  readonly detail?: Json;
  readonly exitCode: 1 | 2;
}

/** Null: a command that runs until it is stopped and has nothing to answer. */
export type Answer = Result<Finding, CliFault> | null;

export interface Paper {
  out(text: string): void;
  error(text: string): void;
}

/** Writes one answer. With `json` there is exactly one document on stdout, whatever happened. */
export function writeAnswer(answer: Result<Finding, CliFault>, json: boolean, paper: Paper): ExitCode {
  if (answer.ok) {
    paper.out(json ? JSON.stringify({ ok: true, result: answer.value.result }) : printable(answer.value.text));
    return answer.value.exitCode;
  }
  const { code, message, hint, detail, exitCode } = answer.fault;
  if (json) paper.out(JSON.stringify({ ok: false, fault: { code, message, hint, detail: detail ?? null } }));
  else paper.error(printable(`${message}\n${hint}`));
  return exitCode;
}
