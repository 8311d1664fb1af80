/** What a promise's answer is when it isn't a signature, and what rules see of it. */

/** The citizen chose not to promise. */
export const PROMISE_DECLINED = 'declined';
/** Who once broke a promise can't give one now. */
export const PROMISE_BARRED = 'barred';
/** What rules see in the place of the signature itself. */
export const PROMISE_SIGNED = 'signed';
