/** What was typed, cut into runs of one script: case, width, accents and punctuation say nothing to a search. */

export interface Run {
  readonly script: 'han' | 'latin' | 'number';
  readonly text: string;
}

const RUNS = /([\p{Script=Han}〇]+)|([a-z]+)|[0-9]+/gu;
const UNUSUAL = /[^\u0020-\u007e\u3000-\u3002\u4e00-\u9fff]/;

export function plainRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (const [found, han, latin] of plain(text).matchAll(RUNS))
    runs.push({ script: han !== undefined ? 'han' : latin !== undefined ? 'latin' : 'number', text: found });
  return runs;
}

function plain(text: string): string {
  const usual = UNUSUAL.test(text)
    ? text
        .normalize('NFKD')
        .replace(/[\p{M}’]/gu, '')
        .normalize('NFC')
    : text;
  return usual.toLowerCase().replaceAll("'", '');
}
