/** The notes of the yuan in circulation, in fen. */
const NOTES_FEN: ReadonlySet<number> = new Set([100, 200, 500, 1_000, 2_000, 5_000, 10_000]);

/** Whatever else a validator's table says is no note that we know. */
export function isYuanNote(fen: number): boolean {
  return NOTES_FEN.has(fen);
}
