/** Numbers of a person as a screen may show them: enough to know it is one's own, not enough to copy. */

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

/** 望舒区月桥路99号2幢301室 → 望舒区月桥路**号*幢***室: the street, but no door. */
export function maskAddress(address: string): string {
  return address.replace(/\d/g, '*');
}

/** P990000001 → P*****0001. */
export function maskCode(code: string): string {
  return maskMiddle(code, 1, 4);
}
