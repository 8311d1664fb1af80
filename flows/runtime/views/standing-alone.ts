/** A name within a sentence, where it stands alone as a heading or a line: English then begins with a capital. */
export function standingAlone(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
