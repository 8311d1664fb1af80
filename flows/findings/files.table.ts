/** What the gate says about files: which belong here, and whether one can be read at all. */
import { both, type Topic } from './both.ts';

export const FILE_FINDINGS = {
  'file.missing': {
    wrong: both('缺少文件 {file}。', 'The file {file} is missing.'),
    todo: both(
      '补上这个文件；可以从样例文件夹里复制一份来改。',
      'Add it; a copy from the sample folder is a good beginning.',
    ),
  },
  'file.noStation': {
    wrong: both('一个站点也没有。', 'There is no station at all.'),
    citizen: both('没有一台自助机知道该办哪些事。', 'No kiosk would know what it is there for.'),
    todo: both(
      '在 stations 文件夹里写一个站点，例如 stations/micro-centre-1.yaml。',
      'Write one below stations, for example stations/micro-centre-1.yaml.',
    ),
  },
  'file.unknown': {
    wrong: both('这里用不着文件 {file}，自助机不会读它。', 'A file {file} has no place here: no kiosk would read it.'),
    todo: both(
      '服务放在 services 文件夹里，文件名以 .yaml 结尾；别的文件请移走。',
      'Services stand below services/ and their files end in .yaml; move anything else away.',
    ),
  },
  'file.name': {
    wrong: both(
      '文件里写的名称（id）“{id}”和文件名不一样。',
      'The name (id) "{id}" in this file is not the file’s name.',
    ),
    todo: both(
      '把文件改名为 {id}.yaml，或者把 id 改成文件名。',
      'Rename the file to {id}.yaml, or make its id the file’s name.',
    ),
  },
  'yaml.syntax': {
    wrong: both('这一行读不懂：{why}。', 'This line can’t be read: {why}.'),
    todo: both(
      '看看这一行和上一行：空格、引号、冒号后的空格、括号是否成对。',
      'Look at this line and the one above: spaces, quotes, the space after a colon, pairs of brackets.',
    ),
  },
  'yaml.alias': {
    wrong: both(
      '这里用了“{sign}”这种引用别处的写法，不能用。',
      'This refers to another place with "{sign}", which is not allowed.',
    ),
    todo: both(
      '把内容直接写出来；如果“{sign}”是文字的一部分，给整句加上引号。',
      'Write it out; if "{sign}" is part of a text, put the text in quotes.',
    ),
  },
  'yaml.tag': {
    wrong: both('这里用了以“!”开头的写法，不能用。', 'Something here begins with "!", which is not allowed.'),
    todo: both(
      '去掉“!”和紧跟着的字；如果它是文字的一部分，给整句加上引号。',
      'Remove the "!" and the word after it; if it is part of a text, put the text in quotes.',
    ),
  },
  'yaml.tooLarge': {
    wrong: both('文件太大：超过 {most} 个字符。', 'The file is too large: more than {most} characters.'),
    todo: both(
      '看看是不是误贴了别的内容；一项服务通常不到一万个字符。',
      'Was something pasted by mistake? A service usually has less than ten thousand characters.',
    ),
  },
  'yaml.tooDeep': {
    wrong: both('一层套一层，套得太深了。', 'Too many things stand inside each other.'),
    todo: both(
      '看看每行前面的空格和括号，通常是多打了。',
      'Look at the spaces before each line and at the brackets: usually there are too many.',
    ),
  },
  'yaml.value': {
    wrong: both(
      '这里有一个既不是文字也不是普通数字的值。',
      'There is a value here that is neither text nor an ordinary number.',
    ),
    todo: both('写成普通数字，或者给它加上引号。', 'Write an ordinary number, or put it in quotes.'),
  },
  'yaml.reserved': {
    wrong: both('什么都不能叫“{name}”。', 'Nothing can be called "{name}".'),
    todo: both('换一个名称。', 'Choose another name.'),
  },
} satisfies Topic;
