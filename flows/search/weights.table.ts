/** How much each kind of evidence says, tuned on `bench/search/queries/tune.yaml` alone. */
export const WEIGHTS = {
  name: 1,
  word: 0.5,
  meaning: 1,
  pair: 0.4,
  character: 0.2,
  english: 0.6,
  number: 0.3,
  aside: 0.15,
  sound: 0.6,
  initials: 1,
  slip: 0.7,
  /** How quickly another place in the same entry stops saying more. */
  saturation: 1.5,
} as const;
