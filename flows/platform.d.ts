/** The only things of the platform that this room uses, since it is compiled without DOM and without Node. */
interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
/** Base64 to a text with one letter for each byte. */
declare function atob(text: string): string;
