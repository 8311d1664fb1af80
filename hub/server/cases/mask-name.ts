/** A name as it may stand in a list: enough to recognise, not enough to know. */

/** 林秀英 → 林*英, 王芳 → 王*, Anna Müller → A*** M*****. Control characters are dropped. */
export function maskName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cs}]/gu, '').trim();
  if (/\p{Script=Latin}/u.test(clean)) return clean.split(/\s+/).map(maskWord).join(' ');
  const letters = [...clean];
  const [first = '*', ...rest] = letters;
  if (rest.length === 0) return '*';
  if (rest.length < 2) return first + '*'.repeat(rest.length);
  return first + '*'.repeat(rest.length - 1) + (rest.at(-1) ?? '');
}

function maskWord(word: string): string {
  const [first = '', ...rest] = word;
  return first + '*'.repeat(rest.length);
}
