/** What the gate says about the steps of a service: their names, their order, how often each comes, who may do it. */
import { both, type Topic } from './both.ts';

export const STEP_FINDINGS = {
  'step.twice': {
    wrong: both('有两个步骤都叫“{step}”。', 'Two steps are called "{step}".'),
    citizen: both('办到一半会回到另一步去。', 'Halfway through they would find themselves at another step.'),
    todo: both('给每个步骤各取一个名称（id）。', 'Give each step a name (id) of its own.'),
  },
  'step.reserved': {
    wrong: both('“{step}”这个名称留给自助机自己用。', 'The name "{step}" is kept for the kiosk itself.'),
    todo: both('给这个步骤换一个名称。', 'Give this step another name.'),
  },
  'step.order': {
    wrong: both('步骤“{kind}”不能放在这里。', 'A step "{kind}" can’t come here.'),
    citizen: both(
      '各步的先后会乱，例如核对完了又问新的问题。',
      'Things would come in the wrong order, for example a new question after everything was reviewed.',
    ),
    todo: both('按这个顺序排列：{order}。', 'Keep this order: {order}.'),
  },
  'step.conditional': {
    wrong: both('步骤“{step}”每次都要做，不能附带条件。', 'The step "{step}" always comes: it can’t have a condition.'),
    citizen: both('有的人会跳过这一步，事情就办不完整。', 'Some people would pass it over and end without a result.'),
    todo: both('删去这一步的 when。', 'Remove `when` from this step.'),
  },
  'step.needless': {
    wrong: both(
      '这项服务什么都不提交，用不着步骤“{kind}”。',
      'Nothing is submitted in this service: no step "{kind}" is needed.',
    ),
    todo: both(
      '删去这一步；要提交的话，加上步骤“submit”。',
      'Remove this step, or add a step "submit" if something is to be submitted.',
    ),
  },
  'step.count': {
    wrong: both(
      '步骤“{kind}”要正好有一个，现在有 {count} 个。',
      'There must be exactly one step "{kind}"; there are {count}.',
    ),
    citizen: both(
      '会有人办到最后却没有交上去，或者没有被告知结果。',
      'Somebody could come to the end with nothing submitted, or without being told.',
    ),
    todo: both('让步骤“{kind}”正好出现一次。', 'Have exactly one step "{kind}".'),
  },
  'rule.twice': {
    wrong: both('同一步里有两个条件都叫“{rule}”。', 'Two rules of this step are called "{rule}".'),
    todo: both('给每个条件各取一个名称（id）。', 'Give each rule a name (id) of its own.'),
  },
  'element.twice': {
    wrong: both('问题“{element}”问了两次。', 'The question "{element}" is asked twice.'),
    citizen: both('同一件事要回答两遍。', 'People would answer the same thing twice.'),
    todo: both('只留下一处。', 'Ask it in one place only.'),
  },
  'lookup.early': {
    wrong: both(
      '查询“{source}”要用到“{name}”的回答，查询时可能还没有问到。',
      'The lookup of "{source}" sends the answer to "{name}", which may not have been asked by then.',
    ),
    citizen: both(
      '会有人查不到，或者查到的和自己后来说的对不上。',
      'Some people would be told that nothing is there, or something that is not about what they say later.',
    ),
    todo: both(
      '把问题“{name}”放到查询前面，而且每次都问，或者带同样的条件。',
      'Ask "{name}" in a step before the lookup that always comes, or that has the same condition.',
    ),
  },
  'agent.questions': {
    wrong: both(
      '这项服务可以代办，但没有向代办人询问“{relation}”或“{consent}”。',
      'Somebody else may do this for the applicant, but "{relation}" or "{consent}" is not asked of them.',
    ),
    citizen: both('谁都可以替别人办，不用说明是什么人。', 'Anybody could act for anybody without saying who they are.'),
    todo: both(
      '在 elements.yaml 里写上选择题“{relation}”和承诺“{consent}”，在 materials.yaml 里写上要拍照、可以后补的“{paper}”；不让代办的，在服务里写 agent: false。',
      'Add the choice "{relation}" and the promise "{consent}" to elements.yaml and "{paper}", photographed and deferrable, to materials.yaml, or write agent: false in the service.',
    ),
  },
} satisfies Topic;
