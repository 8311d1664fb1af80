/** Named validators: release data names one, the pattern lives here in code (law 2). */

/** The weight of each place is 2 to the power of its distance from the end, modulo 11. */
function checkCharacterHolds(value: string): boolean {
  const sum = [...value].reduce(
    (total, character) => (total * 2 + (character === 'X' ? 10 : Number(character))) % 11,
    0,
  );
  return sum === 1;
}

export const VALIDATORS = {
  /** Mainland mobile number, 11 digits: second digit 3–9 (numbering plan of the Ministry of Industry, YD/T 1-series). */
  mobilePhoneCN: (value: string): boolean => /^1[3-9]\d{9}$/.test(value),
  /** An invented shape: one capital letter and nine digits. */
  birthCertificate: (value: string): boolean => /^[A-Z]\d{9}$/.test(value),
  /** An invented shape: the letter F and twelve digits. */
  noticeNumber: (value: string): boolean => /^F\d{12}$/.test(value),
  /** GB 11643-1999: 17 digits and a check character, ISO/IEC 7064 MOD 11-2. */
  residentIdNumber: (value: string): boolean => /^\d{17}[\dX]$/.test(value) && checkCharacterHolds(value),
} as const satisfies Record<string, (value: string) => boolean>;

/** For each validator a value that it takes: what the publish gate types in. */
export const EXAMPLES = {
  mobilePhoneCN: '13800000001',
  birthCertificate: 'P990000001',
  noticeNumber: 'F990926000101',
  residentIdNumber: '990901199001010004',
} as const satisfies Record<keyof typeof VALIDATORS, string>;

export type ValidatorName = keyof typeof VALIDATORS;
export const VALIDATOR_NAMES = Object.keys(VALIDATORS) as [ValidatorName, ...ValidatorName[]];
