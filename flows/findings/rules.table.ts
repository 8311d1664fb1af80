/** What the gate says about a rule (a condition or a value that is worked out): what in it can't be read or asked. */
import { both, type Topic } from './both.ts';

/** What comes of any rule that can’t be worked out. */
const STUCK = both(
  '走到这里的人会被告知出了故障，办不下去。',
  'Whoever comes here would be told of a fault and could not go on.',
);

export const RULE_FINDINGS = {
  'rule.tooLong': {
    wrong: both('这个条件超过 {most} 个字符，太长了。', 'This rule is longer than {most} characters.'),
    citizen: STUCK,
    todo: both('分成两个条件来写。', 'Make two rules of it.'),
  },
  'rule.tooDeep': {
    wrong: both('这个条件太长，或者括号一层套一层太深。', 'This rule is too long or too deep to be read.'),
    citizen: STUCK,
    todo: both('分成两个条件来写。', 'Make two rules of it.'),
  },
  'rule.halfCharacter': {
    wrong: both('这个条件里有半个字符。', 'There is half a character in this rule.'),
    citizen: STUCK,
    todo: both('重新打一遍。', 'Type it again.'),
  },
  'rule.comment': {
    wrong: both('条件里不能有“//”。', '"//" cannot stand in a rule.'),
    citizen: STUCK,
    todo: both('要加说明，写在上一行，用 # 开头。', 'Write a comment above it, with #.'),
  },
  'rule.unreadable': {
    wrong: both('这个条件读不懂：{why}。', 'This is no rule: {why}.'),
    citizen: STUCK,
    todo: both('例如：ageOn(card.birthDate, today) >= 60', 'For example: ageOn(card.birthDate, today) >= 60'),
  },
  'rule.value': {
    wrong: both(
      '条件里只能写文字、整数、true 和 false。',
      'Only text, whole numbers, true and false can stand in a rule.',
    ),
    citizen: STUCK,
    todo: both('金额用分来写：12.50 元写 1250。', 'Write money in fen: 12.50 yuan is 1250.'),
  },
  'rule.unknownName': {
    wrong: both('没有叫“{name}”的内容。', 'Nothing is called "{name}".'),
    citizen: STUCK,
    todo: both('{meant}', '{meant}'),
  },
  'rule.unknownFunction': {
    wrong: both('没有“{name}(…)”这种算法。', 'There is no function "{name}".'),
    citizen: STUCK,
    todo: both('{meant}', '{meant}'),
  },
  'rule.unknownField': {
    wrong: both('里面没有“{name}”。', 'There is no "{name}" in it.'),
    citizen: STUCK,
    todo: both('{meant}', '{meant}'),
  },
  'rule.pattern': {
    wrong: both('条件里不能用 matches。', '`matches` is not allowed.'),
    citizen: STUCK,
    todo: both('在问题里用 validator 写明怎样核对回答。', 'Let a named validator check the answer.'),
  },
  'rule.nameTaken': {
    wrong: both('“{name}”已经是别的内容的名称。', '"{name}" already means something else.'),
    citizen: STUCK,
    todo: both('在 {where}(…) 里换一个名称。', 'Choose another name inside {where}(…).'),
  },
  'rule.nested': {
    wrong: both(
      '“{name}(…)”写在另一个逐行查看的条件里面。',
      '{name}(…) stands inside another such list rule (a comprehension in a comprehension).',
    ),
    citizen: STUCK,
    todo: both('只用一个。', 'Use one.'),
  },
  'rule.minus': {
    wrong: both('“-”后面不是数字。', '"-" stands before what is no number.'),
    citizen: STUCK,
    todo: both('写成 0 - …', 'Write 0 - …'),
  },
  'rule.notHere': {
    wrong: both('条件里不能用“{sign}”。', '"{sign}" cannot stand in a rule.'),
    citizen: STUCK,
    todo: both('要分情况，写成：条件 ? 成立时 : 不成立时', 'Use conditions: a ? b : c'),
  },
  'rule.mixed': {
    wrong: both('这两样不能放在一起算：{types}。', 'These don’t go together: {types}.'),
    citizen: STUCK,
    todo: both('两边要是同一类，例如文字比文字，数字比数字。', 'Both sides must be of the same kind.'),
  },
  'rule.call': {
    wrong: both('“{name}”不能用在这里：给它的是{given}。', '{name} can’t be used with {given}.'),
    citizen: STUCK,
    todo: both('{usage}', '{usage}'),
  },
  'rule.compare': {
    wrong: both('“{sign}”不能比较{type}。', '"{sign}" can’t compare {type}.'),
    citizen: STUCK,
    todo: both('比较其中的一项，例如 card.name。', 'Compare one field of it, for example card.name.'),
  },
  'rule.gives': {
    wrong: both('这里要得出{wanted}，写的却得出{given}。', 'It gives {given}, but {wanted} is wanted.'),
    citizen: STUCK,
    todo: both('改成能得出{wanted}的写法，例如：{example}', 'It must give {wanted}, for example: {example}'),
  },
  'rule.other': {
    wrong: both('这个条件自助机算不了（在“{near}”附近）。', 'No kiosk can work this rule out (near "{near}").'),
    citizen: STUCK,
    todo: both('改正它，或者写得简单一些。', 'Correct it, or make it simpler.'),
  },
  'rule.early': {
    wrong: both('问到这里时，“{name}”可能还不知道。', '"{name}" may not be known yet when this is asked.'),
    citizen: both('有的人走到这里会被告知出了故障。', 'Some people would be told of a fault here.'),
    todo: both(
      '把得到“{name}”的步骤放到前面，而且每次都做，或者带同样的条件。',
      'Put what gives "{name}" into an earlier step that always comes, or that has the same condition.',
    ),
  },
} satisfies Topic;
