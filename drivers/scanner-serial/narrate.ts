/** What a serial scanner sends, in words: how long a code is and of which kind, never what it says. */
import { told, type Narrator } from '../tap/narrator.ts';
import { symbologyOf } from '../scan/aim.ts';
import { HOW_DAMAGED } from '../scan/damage-words.ts';
import type { ScanNews } from '../scan/news.ts';
import { hear, NOTHING_HELD, silence, type Dress } from './assembler.ts';

export function narrateScanner(dress: Dress): Narrator {
  let state = NOTHING_HELD;
  return {
    hear({ direction, bytes }) {
      if (direction === 'toDevice') return [{ direction, words: told(`${bytes.length}字节`, `${bytes.length} bytes`) }];
      const heard = hear(state, bytes, dress);
      // Without a clock a line that ends with this delivery counts as the whole code.
      const ended = dress.end === 'line' && endsWithLine(heard.state.held) ? silence(heard.state, dress) : heard;
      state = ended.state;
      const news = ended === heard ? heard.news : [...heard.news, ...ended.news];
      const lines = news.map((each) => ({ direction, words: wordsOf(each, bytes.length) }));
      return lines.length > 0
        ? lines
        : [{ direction, words: told(`又${bytes.length}字节`, `${bytes.length} more bytes`) }];
    },
  };
}

function endsWithLine(held: Uint8Array): boolean {
  return held.at(-1) === 0x0d || held.at(-1) === 0x0a;
}

function wordsOf(news: ScanNews, count: number) {
  switch (news.kind) {
    case 'begun':
      return told(`一个码开始（${count}字节）`, `a code begins (${count} bytes)`);
    case 'damaged':
      return HOW_DAMAGED[news.why];
    case 'code': {
      const { bytes, aimId } = news.code;
      const kind = aimId === null ? symbologyOf(null) : `${symbologyOf(aimId)} ${aimId}`;
      return told(
        `读到一个码：${bytes.length}字节，${kind}，内容不显示`,
        `a code: ${bytes.length} bytes, ${kind}, not shown`,
      );
    }
  }
}
