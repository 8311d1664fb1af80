/** A person's name as screens and lists may show it: enough to recognise, not enough to know. */

/** 林秀英 → 林*英, 王芳 → 王*, Anna Müller → A*** M*****. Control characters are dropped; a single letter is hidden. */
export function maskName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cs}]/gu, '').trim();
  const [first = '', ...rest] = clean;
  if (rest.length === 0) return '*';
  const words = clean.split(/[\s,]+/).filter((word) => word !== '');
  if (/\p{Script=Latin}/u.test(clean)) return words.map(maskWord).join(' ');
  const last = rest.length > 1 ? (rest.pop() ?? '') : '';
  return first + '*'.repeat(rest.length) + last;
}

function maskWord(word: string): string {
  const [first = '', ...rest] = word;
  return first + '*'.repeat(rest.length);
}
