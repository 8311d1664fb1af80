/** Named validators: release data names one, the pattern lives here in code (law 2). */

export const VALIDATORS = {
  /** Mainland mobile number, 11 digits: second digit 3–9 (numbering plan of the Ministry of Industry, YD/T 1-series). */
  mobilePhoneCN: (value: string): boolean => /^1[3-9]\d{9}$/.test(value),
  /** An invented shape: one capital letter and nine digits. */
  birthCertificate: (value: string): boolean => /^[A-Z]\d{9}$/.test(value),
} as const satisfies Record<string, (value: string) => boolean>;

/** For each validator a value that it takes: what the publish gate types in. */
export const EXAMPLES = {
  mobilePhoneCN: '13800000001',
  birthCertificate: 'P990000001',
} as const satisfies Record<keyof typeof VALIDATORS, string>;

export type ValidatorName = keyof typeof VALIDATORS;
export const VALIDATOR_NAMES = Object.keys(VALIDATORS) as [ValidatorName, ...ValidatorName[]];
