/** The supply's lines in words; they are text already, and nothing on this wire is personal. */
import type { LocalText } from '#contract/language.ts';
import { narrateFrames, told, type Narrator } from '../tap/narrator.ts';
import { QUESTIONS, type QuestionName, type UpsLine } from './codec.ts';
import { megatecFramer } from './framer.ts';

const WORDS: Readonly<Record<QuestionName, LocalText>> = {
  status: told('状态？', 'how are you?'),
  rating: told('额定值？', 'what are you rated for?'),
  identity: told('型号？', 'who are you?'),
};

export function narrateUps(): Narrator {
  return narrateFrames({ framer: megatecFramer, command: questionWords, reply: replyWords });
}

function questionWords(bytes: Uint8Array): LocalText {
  const text = Buffer.from(bytes).toString('latin1').trimEnd();
  const name = (Object.keys(QUESTIONS) as QuestionName[]).find((each) => QUESTIONS[each] === text);
  return name === undefined ? told(`${bytes.length}字节`, `${bytes.length} bytes`) : WORDS[name];
}

function replyWords(line: UpsLine): LocalText {
  if (line.kind === 'damaged') return told('收到残缺的一行', 'a damaged line');
  const { text } = line;
  const flags = /([01]{8})$/.exec(text)?.[1];
  if (flags === undefined) return told(text.slice(1), text.slice(1));
  const mains = flags.startsWith('1');
  const low = flags[1] === '1';
  return told(
    `${text}（市电${mains ? '中断' : '正常'}${low ? '，电池电量低' : ''}）`,
    `${text} (mains ${mains ? 'failed' : 'ok'}${low ? ', battery low' : ''})`,
  );
}
