/** What the gate says about a value that is missing, of another kind than it must be, or not one of those that there are. */
import { both, type Topic } from './both.ts';

export const SHAPE_FINDINGS = {
  'shape.missing': {
    wrong: both('缺少“{name}”。', '"{name}" is missing.'),
    todo: both('补上“{name}”，可以照同类文件的写法。', 'Write "{name}"; another file of this kind shows how.'),
  },
  'shape.empty': {
    wrong: both('“{name}”后面什么也没有写。', 'Nothing is written after "{name}".'),
    todo: both('写上内容；不需要的话，整行删去。', 'Write something, or remove the whole line.'),
  },
  'shape.type': {
    wrong: both('“{name}”这里要写{wanted}，现在写的是{given}。', '"{name}" must be {wanted}; it is {given}.'),
    todo: both('改成{wanted}。', 'Make it {wanted}.'),
  },
  'shape.oneOf': {
    wrong: both('“{name}”不能写“{given}”。', '"{name}" can’t be "{given}".'),
    todo: both('{meant}', '{meant}'),
  },
  'shape.unknown': {
    wrong: both('这里没有叫“{name}”的内容。', 'Nothing here is called "{name}".'),
    todo: both('{meant}不需要的话，删去它。', '{meant} If it isn’t needed, remove it.'),
  },
  'shape.textLong': {
    wrong: both('“{name}”太长：最多 {most} 个字符。', '"{name}" is too long: at most {most character/characters}.'),
    todo: both('写得短一些。', 'Say it shorter.'),
  },
  'shape.textShort': {
    wrong: both('“{name}”太短：至少 {least} 个字符。', '"{name}" is too short: at least {least character/characters}.'),
    todo: both('写得完整一些。', 'Write it in full.'),
  },
  'shape.few': {
    wrong: both('“{name}”里至少要有 {least} 项。', '"{name}" must have at least {least item/items}.'),
    todo: both('再补上几项。', 'Add what is missing.'),
  },
  'shape.many': {
    wrong: both('“{name}”里最多 {most} 项。', '"{name}" may have at most {most item/items}.'),
    todo: both('删去一些，或者分开写。', 'Take some away, or split it.'),
  },
  'shape.numberSmall': {
    wrong: both('“{name}”太小：至少是 {least}。', '"{name}" is too small: at least {least}.'),
    todo: both('写一个不小于 {least} 的数。', 'Write a number not below {least}.'),
  },
  'shape.numberLarge': {
    wrong: both('“{name}”太大：最多是 {most}。', '"{name}" is too large: at most {most}.'),
    todo: both('写一个不大于 {most} 的数。', 'Write a number not above {most}.'),
  },
  'shape.other': {
    wrong: both('“{name}”的写法不对。', '"{name}" is not written as it must be.'),
    todo: both('照同类文件的写法改。', 'Compare it with another file of this kind.'),
  },
} satisfies Topic;
