/** What the gate says after it walked a service as every possible citizen, and asked a second program about its rules. */
import { both, type Topic } from './both.ts';

export const WAY_FINDINGS = {
  'ways.tooMany': {
    wrong: both(
      '这项服务的走法太多，没法一一试过。',
      'There are too many different ways through this service to try all of them.',
    ),
    citizen: both('没有试过的走法里，可能有人会卡住。', 'On a way that nobody tried, somebody could get stuck.'),
    todo: both(
      '少让问题和条件互相牵连，或者分成两项服务。',
      'Let fewer questions and conditions depend on each other, or make two services of it.',
    ),
  },
  'ways.unreachable': {
    wrong: both('没有一个市民会走到步骤“{step}”。', 'No citizen ever comes to the step "{step}".'),
    todo: both(
      '看看它前面的步骤：谁都通不过的核对，会让服务在那里结束。',
      'Look at what comes before it: a check that nobody meets ends the service there.',
    ),
  },
  'ways.neverHolds': {
    wrong: both(
      '没有一个市民会走到步骤“{step}”：条件 {condition} 永远不成立。',
      'No citizen ever comes to the step "{step}": its condition ({condition}) never holds.',
    ),
    citizen: both('该做这一步的人会跳过它。', 'Whoever should take this step would pass it over.'),
    todo: both(
      '改正条件（选项的名称有没有写错？），或者删去这一步。',
      'Correct the condition (is the option’s name right?), or remove the step.',
    ),
  },
  'ways.alwaysTaken': {
    wrong: both(
      '步骤“{step}”的条件 {condition} 永远成立：走到这里的人都要做这一步，条件什么也没决定。',
      'The condition of the step "{step}" ({condition}) always holds: everybody who comes here takes the step.',
    ),
    todo: both('改正条件，或者把条件删去。', 'Correct the condition, or remove it and keep the step.'),
  },
  'ways.alwaysMet': {
    wrong: both(
      '核对“{rule}”谁都能通过：要求 {condition} 永远成立。',
      'Everybody passes the check "{rule}": what it requires ({condition}) always holds.',
    ),
    citizen: both('不符合条件的人也会往下办。', 'Whoever doesn’t qualify would go on all the same.'),
    todo: both('改正这个要求，或者把它删去。', 'Correct what it requires, or remove it.'),
  },
  'ways.alwaysPaid': {
    wrong: both(
      '这项收费的条件 {condition} 永远成立：人人都要交，条件什么也没决定。',
      'The condition of this fee ({condition}) always holds: everybody pays it.',
    ),
    todo: both('改正条件，或者把条件删去。', 'Correct the condition, or remove it and keep the fee.'),
  },
  'ways.fault': {
    wrong: both(
      '有的市民走到这里，条件算不出来。例如：{path}。',
      'For some people a rule of this service can’t be worked out. For example: {path}.',
    ),
    citizen: both(
      '会看到“出了故障”，被请走，什么也没办成。',
      'They would be told of a fault and sent away with nothing done.',
    ),
    todo: both(
      '看看这一路上的条件：有没有除以零、用了不一定有的内容？',
      'Look at the rules on this way: is something divided by zero, or used where it may be missing?',
    ),
  },
  'ways.noEnd': {
    wrong: both(
      '这项服务里有一个地方进得去、出不来。例如：{path}。',
      'Somewhere in this service people can get stuck. For example: {path}.',
    ),
    citizen: both('站在自助机前面，办不完，也退不出来。', 'They would stand there and could neither finish nor leave.'),
    todo: both('看看最后走到的那一步。', 'Look at the step that is reached last.'),
  },
  'rule.engines': {
    wrong: both(
      '两个计算程序对这个条件的结果不一样：{rule}',
      'Two programs that work out rules don’t agree about: {rule}',
    ),
    citizen: both('有人可能被误判为不符合条件。', 'Somebody could be told wrongly that they don’t qualify.'),
    todo: both(
      '写得简单一些，并告诉自助机的开发者。',
      'Say it in simpler words, and tell the developers of the kiosk.',
    ),
  },
} satisfies Topic;
