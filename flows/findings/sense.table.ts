/** What the gate says about values that contradict each other, or a name that is taken. Each has the gap `name`. */
import { both, type Topic } from './both.ts';

export const SENSE_FINDINGS = {
  'sense.taken': {
    wrong: both(
      '“{name}”在条件里另有意思，不能当问题的名称。',
      'The word "{name}" means something else in rules: no question can be called that.',
    ),
    todo: both('给这个问题换一个名称。', 'Choose another name for this question.'),
  },
  'sense.promised': {
    wrong: both(
      '“{name}”里，承诺的天数（promised）比法定的天数（statutory）还长。',
      'In "{name}" more time is promised than the law allows.',
    ),
    citizen: both('要等得比法律允许的还久。', 'People would wait longer than the law allows.'),
    todo: both('让 promised 不大于 statutory。', 'Let promised not be above statutory.'),
  },
  'sense.reason': {
    wrong: both(
      '不办的服务（offered: false）要写原因（“{name}”）；在办的不能写。',
      'A service that is not offered (offered: false) has a "{name}", and only such a service has one.',
    ),
    citizen: both('不知道为什么办不了。', 'People would not learn why they can’t have it.'),
    todo: both('补上 reason，或者删去它。', 'Write the reason, or remove it.'),
  },
  'sense.fewToMany': {
    wrong: both('“{name}”：最少的比最多的还大。', '"{name}": the least is above the most.'),
    todo: both('让 min 不大于 max。', 'Let min not be above max.'),
  },
  'sense.place': {
    wrong: both(
      '“{name}”：第几处（nth）比一共几处（of）还大。',
      '"{name}": the place (nth) is above the number of places (of).',
    ),
    todo: both('让 nth 不大于 of。', 'Let nth not be above of.'),
  },
  'sense.fields': {
    wrong: both('“{name}”里一项也没有写，什么都读不到。', '"{name}" has no field: nothing would be read.'),
    todo: both('至少写一项，或者删去 recipe。', 'Write at least one, or remove the recipe.'),
  },
  'sense.key': {
    wrong: both('“{name}”写的不是 fields 里的任何一项。', '"{name}" must be one of the fields.'),
    citizen: both('分不清市民选的是哪一条。', 'Nobody could tell which row was chosen.'),
    todo: both('写上 fields 里能区分各条的那一项。', 'Name the field by which one row is told from another.'),
  },
  'sense.hours': {
    wrong: both('“{name}”：结束的时间不在开始之后。', '"{name}" must end after it begins.'),
    todo: both('让 to 晚于 from。', 'Let `to` be later than `from`.'),
  },
  'sense.holiday': {
    wrong: both(
      '“{name}”：最后一天要在第一天之后，而且不超过一个月。',
      '"{name}" must end after it begins, within a month.',
    ),
    todo: both('改正 from 和 to。', 'Correct `from` and `to`.'),
  },
} satisfies Topic;
