/** Expected failure as a value; the unexpected is thrown and ends the process. */
export type Result<T, E> = Ok<T> | Failure<E>;
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Failure<E> {
  readonly ok: false;
  readonly fault: E;
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function fail<E>(fault: E): Failure<E> {
  return { ok: false, fault };
}
