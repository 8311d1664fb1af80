/** Personal data as a screen may show it: enough to know it is one's own, not enough to copy. */

/** 林小英 → 林*英, 林英 → 林*; a name in Latin letters keeps the first letter of each word. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (/^[\p{Script=Latin}\s.,'-]+$/u.test(name))
    return name
      .trim()
      .split(/[\s,]+/)
      .map((word) => word.slice(0, 1) + '*'.repeat(Math.max(1, word.length - 1)))
      .join(' ');
  if (letters.length <= 2) return `${letters[0] ?? ''}*`;
  return `${letters[0] ?? ''}${'*'.repeat(letters.length - 2)}${letters.at(-1) ?? ''}`;
}

/** Keeps the first `head` and the last `tail` characters, when at least as many remain hidden as are shown at the end. */
function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length < head + tail + tail) return `${text.slice(0, 1)}${'*'.repeat(Math.max(1, text.length - 1))}`;
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail);
}

/** 110101195003070012 → 1101**********0012. */
export function maskIdNumber(idNumber: string): string {
  return maskMiddle(idNumber, 4, 4);
}

/** 13812345678 → 138****5678. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4);
}
