/** Cuts a stream of bytes into lines, and says where a line was too long to be kept. */

export interface LineCutter {
  /** The lines that are complete now, without their end; null stands for one beyond the limit. */
  cut(bytes: Buffer): (string | null)[];
}

/** `limitBytes` bounds what is held for a line that has not ended. */
export function cutLines(limitBytes: number): LineCutter {
  let held: Buffer[] = [];
  let size = 0;
  const hold = (part: Buffer): void => {
    size += part.length;
    if (size > limitBytes) held = [];
    else held.push(part);
  };
  const end = (): string | null => {
    const line = size > limitBytes ? null : Buffer.concat(held).toString('utf8');
    held = [];
    size = 0;
    return line;
  };
  return {
    cut(bytes) {
      const lines: (string | null)[] = [];
      let from = 0;
      for (let to = bytes.indexOf(0x0a); to >= 0; to = bytes.indexOf(0x0a, from)) {
        hold(bytes.subarray(from, to));
        lines.push(end());
        from = to + 1;
      }
      hold(bytes.subarray(from));
      return lines;
    },
  };
}
