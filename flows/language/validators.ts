/** Named validators: release data names one, the pattern lives here in code (law 2). */
import { creditCodeHolds, idNumberHolds } from './check-characters.ts';

export const VALIDATORS = {
  /** Mainland mobile number, 11 digits: second digit 3–9 (numbering plan of the Ministry of Industry, YD/T 1-series). */
  mobilePhoneCN: (value: string): boolean => /^1[3-9]\d{9}$/.test(value),
  /** An invented shape: one capital letter and nine digits. */
  birthCertificate: (value: string): boolean => /^[A-Z]\d{9}$/.test(value),
  /** An invented shape: the letter F and twelve digits. */
  noticeNumber: (value: string): boolean => /^F\d{12}$/.test(value),
  /** GB 11643-1999: 17 digits and a check character, ISO/IEC 7064 MOD 11-2. */
  residentIdNumber: idNumberHolds,
  /** GB 32100-2015: 17 characters and a check character. */
  unifiedCreditCode: creditCodeHolds,
} as const satisfies Record<string, (value: string) => boolean>;

/** For each validator a value that it takes: what the publish gate types in. */
export const EXAMPLES = {
  mobilePhoneCN: '13800000001',
  birthCertificate: 'P990000001',
  noticeNumber: 'F990926000101',
  residentIdNumber: '990901199001010004',
  unifiedCreditCode: '91990901100000171D',
} as const satisfies Record<keyof typeof VALIDATORS, string>;

export type ValidatorName = keyof typeof VALIDATORS;
export const VALIDATOR_NAMES = Object.keys(VALIDATORS) as [ValidatorName, ...ValidatorName[]];
