/** Blots out what looks like a citizen's number, wherever it should come from: the last guard, not the first. */

/** Resident IDs (GB 11643) and mobile telephones in the mainland, standing alone: not within a hash or a longer number. */
const RESIDENT_ID = /(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g;
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86-?)?1[3-9]\d{9}(?![0-9A-Za-z])/g;

export function blotNumbers(text: string): string {
  return text.replace(RESIDENT_ID, '[number]').replace(MOBILE, '[telephone]');
}
