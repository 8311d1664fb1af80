/** What the gate says about one value of the wrong form: a name, a code, a time of day. Each has the gaps `name` and `given`. */
import { both, type Topic } from './both.ts';

export const FORM_FINDINGS = {
  'form.name': {
    wrong: both(
      '“{name}”写成了“{given}”，不是这里能用的名称。',
      '"{name}" is "{given}", which is no name that can be used here.',
    ),
    todo: both(
      '用小写英文字母和数字，词与词之间用减号，例如 senior-card。',
      'Write lower-case words joined by hyphens, for example senior-card.',
    ),
  },
  'form.camel': {
    wrong: both(
      '“{name}”写成了“{given}”，不是这里能用的名称。',
      '"{name}" is "{given}", which is no name that can be used here.',
    ),
    todo: both(
      '用英文字母和数字，以小写字母开头，词连着写，例如 mobilePhone。',
      'Write letters and digits, beginning with a small letter, words run together, for example mobilePhone.',
    ),
  },
  'form.short': {
    wrong: both(
      '“{name}”写成了“{given}”，不是这里能用的名称。',
      '"{name}" is "{given}", which is no name that can be used here.',
    ),
    todo: both(
      '用英文字母、数字和减号，以小写字母开头，例如 pickUp。',
      'Write letters, digits and hyphens, beginning with a small letter, for example pickUp.',
    ),
  },
  'form.basicCode': {
    wrong: both(
      '基本编码“{name}”写成了“{given}”，应当是 12 位。',
      'The code "{name}" is "{given}"; it must have 12 characters.',
    ),
    todo: both('写 12 位数字或大写字母，用引号括起来。', 'Write 12 digits or capital letters, in quotes.'),
  },
  'form.implementingCode': {
    wrong: both(
      '实施编码“{name}”写成了“{given}”，应当是 31 位。',
      'The code "{name}" is "{given}"; it must have 31 characters.',
    ),
    todo: both('写 31 位数字或大写字母，用引号括起来。', 'Write 31 digits or capital letters, in quotes.'),
  },
  'form.time': {
    wrong: both('“{name}”写成了“{given}”，不是一天里的时间。', '"{name}" is "{given}", which is no time of day.'),
    todo: both("写成 '08:30' 这样，用引号括起来。", "Write it like '08:30', in quotes."),
  },
  'form.day': {
    wrong: both(
      '“{name}”写成了“{given}”，日历上没有这一天。',
      '"{name}" is "{given}", which is no day of the calendar.',
    ),
    todo: both('写成 2026-05-01 这样：年、月、日。', 'Write it like 2026-05-01: year, month, day.'),
  },
  'form.letters': {
    wrong: both(
      '“{name}”写成了“{given}”，这里只能写大写英文字母。',
      '"{name}" is "{given}"; only capital letters can stand here.',
    ),
    todo: both('只留下大写英文字母。', 'Leave only capital letters.'),
  },
  'form.lettersTwice': {
    wrong: both('“{name}”写成了“{given}”，有的字母出现了两次。', '"{name}" is "{given}", where a letter comes twice.'),
    citizen: both('键盘上会有两个一样的键。', 'There would be two equal keys on the keypad.'),
    todo: both('每个字母只写一次。', 'Write each letter once.'),
  },
  'form.timeZone': {
    wrong: both('“{name}”写成了“{given}”，没有这个时区。', '"{name}" is "{given}", which is no time zone.'),
    todo: both('写 Asia/Shanghai。', 'Write for example Asia/Shanghai.'),
  },
  'form.optionTwice': {
    wrong: both('有两个选项的“{name}”都是“{given}”。', 'Two options have the same "{name}": "{given}".'),
    citizen: both('选哪一个都一样，分不出来。', 'Nobody could tell which of the two was chosen.'),
    todo: both('给每个选项写不同的 value。', 'Give each option a value of its own.'),
  },
  'form.fieldTaken': {
    wrong: both('“{name}”写成了“{given}”，这个名称另有意思。', '"{name}" is "{given}", which means something else.'),
    todo: both('换一个名称，不要用 found 和 rows。', 'Choose another name than found and rows.'),
  },
  'form.fieldUnit': {
    wrong: both('“{given}”是数字，没有写单位。', '"{given}" is a number without a unit.'),
    citizen: both(
      '屏幕和证明上只有一个数，看不出是36个月还是36年。',
      'Nobody could tell whether 36 means months or years.',
    ),
    todo: both(
      '给它写上 unit：中文比如“个月”，英文比如 months，只有一个时用 one: month。',
      'Add a unit, for example months, and one: month for a single one.',
    ),
  },
  'form.fieldTwice': {
    wrong: both('有两项的“{name}”都是“{given}”。', 'Two fields have the same "{name}": "{given}".'),
    todo: both('给每一项各取一个名称。', 'Give each a name of its own.'),
  },
  'form.wording': {
    wrong: both(
      '“{name}”写成了“{given}”，只有一个字，在纸上到处都会找到。',
      '"{name}" is "{given}": one character alone is found everywhere on a paper.',
    ),
    todo: both('写上纸上印的两个字以上的词。', 'Write printed words of at least two characters.'),
  },
} satisfies Topic;
