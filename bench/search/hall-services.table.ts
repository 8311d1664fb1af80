/** The ids of all services and packages of the first release: the queries are about these until the catalogue has them all. */
const PERSON = [
  'senior-card',
  'elderly-allowance',
  'residence-permit',
  'social-insurance-proof',
  'housing-fund-query',
  'no-property-proof',
  'marriage-booking',
  'unemployment-benefit',
  'disability-allowance',
  'minimum-living',
  'school-enrolment',
  'non-tax-payment',
  'water-bill',
  'gas-bill',
] as const;

const ENTERPRISE = [
  'sole-trader',
  'company-cancel',
  'food-licence',
  'hygiene-licence',
  'licence-copy',
  'water-gas-connect',
  'policy-match',
] as const;

const EVERYONE = [
  'progress',
  'guide',
  'ticket',
  'booking',
  'feedback',
  'wish',
  'cross-region',
  'archive-query',
] as const;

const PACKAGES = ['birth-package', 'company-start-package', 'retirement-package', 'moving-package'] as const;

/** Services of their own too; the other members of a package are listed above. */
const MEMBERS = [
  'birth-registration',
  'newborn-insurance',
  'newborn-social-card',
  'birth-allowance',
  'company-registration',
  'seal-engraving',
  'tax-registration',
  'company-social-insurance',
  'company-housing-fund',
  'pension-claim',
  'retiree-insurance',
  'housing-fund-withdrawal',
  'water-account',
  'gas-account',
] as const;

export const HALL_SERVICES: readonly string[] = [...PERSON, ...ENTERPRISE, ...EVERYONE, ...PACKAGES, ...MEMBERS];
