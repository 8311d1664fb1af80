/** Why a call of the control socket is not done, as a code and words for the technician; nothing personal in either. */
export class ControlRefusal extends Error {
  readonly code: string;

  constructor(code: string, words: string) {
    super(words);
    this.code = code;
  }
}
