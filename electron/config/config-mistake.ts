/** One thing that is wrong in kiosk.yaml, with its place. */
export interface ConfigMistake {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** For example `devices[0].settings.baudRate`; empty for the file as a whole. */
  readonly path: string;
  /** For the technician who wrote the file. */
  readonly message: string;
}
