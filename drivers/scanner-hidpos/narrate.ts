/** What a HID scanner sends, in words: that reports came and how long they are, never what a code says. */
import { told, type Narrator } from '../tap/narrator.ts';

export function narrateReports(): Narrator {
  return {
    hear: ({ direction, bytes }) => [
      {
        direction,
        words: told(`报文：${bytes.length}字节，内容不显示`, `a report of ${bytes.length} bytes, not shown`),
      },
    ],
  };
}
