/** What the gate says about papers and answers: where an answer comes from, how a paper is read, what happens after a fault. */
import { both, type Topic } from './both.ts';

export const PAPER_FINDINGS = {
  'recipe.noPicture': {
    wrong: both(
      '材料“{material}”写了怎么读（recipe），但没有写怎么拍。',
      'The paper "{material}" has a recipe, but nobody takes a picture of it.',
    ),
    todo: both('加上 capture；不用读的，删去 recipe。', 'Add `capture`, or remove the recipe.'),
  },
  'recipe.capitals': {
    wrong: both(
      '“{field}”不是金额，没有大写可以对照。',
      '"{field}" is no amount of money: there are no capitals to compare.',
    ),
    todo: both(
      '删去 capitals；是金额的，把 kind 写成 money。',
      'Remove `capitals`; if it is money, write kind: money.',
    ),
  },
  'recipe.samePlace': {
    wrong: both('“{field}”和“{other}”会读到纸上的同一个地方。', '"{field}" and "{other}" would read the same place.'),
    citizen: both('两处会填成一样的内容，其中一处是错的。', 'Both would be filled with the same, one of them wrongly.'),
    todo: both(
      '用 place 说明各读第几处，或者写上各自前面不同的印刷文字。',
      'Say with `place` which of several places each one reads, or give them different printed words.',
    ),
  },
  'recipe.kind': {
    wrong: both(
      '“{field}”按“{kind}”来读，填不进问题“{element}”（{type}）。',
      '"{field}" is read as {kind}: it can’t answer the question "{element}" ({type}).',
    ),
    citizen: both('填进去的内容总被说成不对。', 'What is filled in would always be refused.'),
    todo: both('把 kind 写成其中一种：{kinds}。', 'Let its kind be one of: {kinds}.'),
  },
  'recipe.notRead': {
    wrong: both(
      '问题“{element}”（{type}）要市民自己选或签，不能从纸上读。',
      'The question "{element}" ({type}) is chosen or signed by people themselves: it can’t be read from paper.',
    ),
    todo: both('从“{field}”里删去 answers。', 'Remove `answers` from "{field}".'),
  },
  'source.noPaper': {
    wrong: both(
      '问题“{element}”说能从材料上读到，但没有一份材料读它。',
      'The question "{element}" is said to be read from paper, but no paper is read for it.',
    ),
    citizen: both('扫了材料还是得自己填。', 'People would scan their papers and still have to type it.'),
    todo: both(
      '在一份材料的 recipe 里写上 answers: {element}，或者从 sources 里删去 scan。',
      'Write answers: {element} into the recipe of a paper, or take `scan` out of `sources`.',
    ),
  },
  'source.notDrawn': {
    wrong: both(
      '问题“{element}”不是用手指写的。',
      'The question "{element}" is not one that is written with the finger.',
    ),
    todo: both('把 drawn 改成 typed。', 'Write `typed` instead of `drawn`.'),
  },
  'source.notTyped': {
    wrong: both(
      '问题“{element}”要用手指写，打不进去。',
      'The question "{element}" is written with the finger: it can’t be typed.',
    ),
    todo: both('把 typed 改成 drawn。', 'Write `drawn` instead of `typed`.'),
  },
  'step.deadEdge': {
    wrong: both(
      '发生“{words}”（{fault}）时说可以以后补交“{paper}”，但这份材料必须当场交。',
      'After “{words}” ({fault}) the paper "{paper}" would be brought later, but it must be there now.',
    ),
    citizen: both('有人会带着一个补交不了的办件离开。', 'Somebody would leave with a case that can’t be completed.'),
    todo: both(
      '这里写 retry 或 leave-safely；可以补交的，给材料写上 deferrableWorkdays。',
      'Write retry or leave-safely here, or give the paper `deferrableWorkdays`.',
    ),
  },
  'step.faultEdge': {
    wrong: both(
      '发生“{words}”（{fault}）时怎么办，没有写，或者写得不对。',
      'No way on is written for the fault {fault} (“{words}”), or none that there is.',
    ),
    citizen: both('机器出了这个故障，却没有下一步可走。', 'The device fails, and there is no next step.'),
    todo: both('写上其中一个：{edges}。', 'Write one of: {edges}.'),
  },
} satisfies Topic;
