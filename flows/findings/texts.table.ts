/** What the gate says about texts: missing in a language, too long or too wide, not to be said aloud, gaps that nothing fills. */
import { both, type Topic } from './both.ts';

export const TEXT_FINDINGS = {
  'text.missing': {
    wrong: both('“{name}”没有{language}文字。', '"{name}" has no text in {language}.'),
    citizen: both('选{language}的人看到的是空白。', 'Whoever reads {language} would see nothing there.'),
    todo: both('补上{language}的文字。', 'Write the text in {language}.'),
  },
  'text.noKey': {
    wrong: both('“{key}”没有文字。', 'There is no text for "{key}".'),
    citizen: both('屏幕上这里是空白。', 'This place on the screen would be empty.'),
    todo: both('在这个文件里写上“{key}”的文字。', 'Write the text for "{key}" into this file.'),
  },
  'text.tooLong': {
    wrong: both(
      '这段文字有 {count} 个字，这里最多放 {most} 个。',
      'This text has {count character/characters}; at most {most} can be shown here.',
    ),
    citizen: both(
      '字会挤出屏幕，听的人要听很久。',
      'It would run off the screen, and listening to it takes very long.',
    ),
    todo: both('说得短一些，或者分成几句分开写。', 'Say it shorter, or in several sentences of their own.'),
  },
  'text.tooWide': {
    wrong: both(
      '用大字显示时，这个{place}要 {needs} 毫米宽，{lines} 行一共只有 {room} 毫米。',
      'In large letters this {place} needs {needs} mm; there are {room} mm in {lines line/lines}.',
    ),
    citizen: both('看大字的老人会看到字被截断。', 'Older people who read large letters would see it cut off.'),
    todo: both('说得短一些。', 'Say it shorter.'),
  },
  'text.braces': {
    wrong: both(
      '这段文字里有花括号，但这里不会填进任何内容。',
      'There is a curly brace in this text, but nothing is put in here.',
    ),
    citizen: both('屏幕上会原样出现花括号。', 'People would read the brace as it stands.'),
    todo: both('去掉括号。', 'Leave the braces out.'),
  },
  'text.halfGap': {
    wrong: both(
      '这段文字里的花括号不成对，或者里面不是英文名称。',
      'A curly brace in this text has no partner, or what stands between two is no name.',
    ),
    citizen: both('屏幕上会原样出现花括号。', 'People would read the brace as it stands.'),
    todo: both(
      '要填内容的地方写成 {example} 这样，不要的就去掉括号。',
      'Write a gap like {example}, or leave the braces out.',
    ),
  },
  'text.gaps': {
    wrong: both(
      '这段文字里要填的是：{written}；values 里写的是：{given}。',
      'This text has the gaps {written}; under `values` there are {given}.',
    ),
    citizen: both('句子里会少一个数，或者露出括号。', 'The sentence would lack a number, or show its braces.'),
    todo: both('让两边的名称一一对应，两种语言都要。', 'Make both the same, in each language.'),
  },
  'text.frameGaps': {
    wrong: both('这段文字里要填的应当正好是：{gaps}。', 'This text must have exactly these gaps: {gaps}.'),
    citizen: both('句子里会少一个数，或者露出括号。', 'The sentence would lack a number, or show its braces.'),
    todo: both('按这些名称写，每个都用花括号括起来。', 'Write these names, each in braces.'),
  },
  'text.hidden': {
    wrong: both('这里有一个看不见的字符（{code}）。', 'There is a character here that nobody can see ({code}).'),
    citizen: both('文字可能显示错位，朗读也会出错。', 'The text could be shown out of order, and read aloud wrongly.'),
    todo: both('把这段文字重新打一遍，不要粘贴。', 'Type this text anew instead of pasting it.'),
  },
  'text.spoken': {
    wrong: both('朗读时读不出“{sign}”。', 'A voice can’t say “{sign}”.'),
    citizen: both('看不见屏幕的人听不到这里的意思。', 'Whoever can’t see the screen would not hear what it means.'),
    todo: both('用文字写出“{sign}”的意思。', 'Write in words what “{sign}” means.'),
  },
  'text.address': {
    wrong: both('网址没法念给人听。', 'An internet address can’t be said aloud.'),
    citizen: both('听的人记不下来。', 'Whoever listens can’t write it down.'),
    todo: both('用话说明到哪里去找，例如“区政府网站的办事栏目”。', 'Say in words where one finds it.'),
  },
} satisfies Topic;
