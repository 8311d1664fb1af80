/** What the gate says about what is offered: where a service can be had, by which code, in which package, in which cart. */
import { both, type Topic } from './both.ts';

export const OFFER_FINDINGS = {
  'reference.missing': {
    wrong: both('没有叫“{name}”的{what}。', 'There is no {what} "{name}".'),
    citizen: both('要用到它的地方是空的，办不下去。', 'Where it is needed there would be nothing, and no way on.'),
    todo: both('{meant}要用新的，先把它写进 {file}。', '{meant} A new one is written into {file} first.'),
  },
  'service.nowhere': {
    wrong: both('没有一个站点能办这项服务。', 'No station has this service.'),
    citizen: both('在哪台自助机上都找不到它。', 'Nobody would find it on any kiosk.'),
    todo: both(
      '把“{service}”加进一个站点的 services 名单，例如 stations/micro-centre-1.yaml。',
      'Put "{service}" on the list `services` of a station, for example stations/micro-centre-1.yaml.',
    ),
  },
  'code.twice': {
    wrong: both('服务“{other}”已经用了这个编码。', 'The service "{other}" has the same code.'),
    citizen: both('两项服务的办件会混在一起。', 'The cases of both services would be mixed up.'),
    todo: both('给每项服务写它自己的编码。', 'Give each service its own code.'),
  },
  'step.notBuilt': {
    wrong: both('现在还没有自助机能做步骤“{kind}”。', 'No kiosk can do the step "{kind}" yet.'),
    citizen: both('办到这一步就走不下去。', 'People would come no further than this step.'),
    todo: both(
      '写上 offered: false 和原因（reason），或者删去这一步。',
      'Write `offered: false` and the `reason`, or take the step away.',
    ),
  },
  'region.missing': {
    wrong: both('选项“{region}”不是已知的地区。', 'The option "{region}" is no known region.'),
    citizen: both('选了它，办件不知道该送到哪里。', 'A case of whoever chooses it would go nowhere.'),
    todo: both('{meant}新的地区先写进 regions.yaml。', '{meant} A new one is written into regions.yaml first.'),
  },
  'popular.notOffered': {
    wrong: both('常办服务里的“{service}”现在不办。', 'The popular service "{service}" is not offered.'),
    citizen: both('首页会推荐一项办不了的事。', 'The first page would recommend what nobody can have.'),
    todo: both('换成一项正在办的服务。', 'Name one that is offered.'),
  },
  'package.twice': {
    wrong: both('这个套餐里“{service}”出现了两次。', 'This package has "{service}" twice.'),
    todo: both('只留下一处。', 'Name it once.'),
  },
  'package.nowhere': {
    wrong: both('没有一个站点能办这个套餐里的两项服务。', 'No station has two services of this package.'),
    citizen: both('哪里都看不到这个套餐。', 'Nobody would see this package anywhere.'),
    todo: both(
      '在一个站点的 services 名单里加上其中两项，或者删去这个套餐。',
      'List two of them at a station, or remove the package.',
    ),
  },
  'station.lacks': {
    wrong: both(
      '这个站点办不了“{service}”：没有{device}。',
      '"{service}" can’t be done here: the station has no {device}.',
    ),
    citizen: both(
      '选了它，办到一半才发现这里没有设备。',
      'People would begin it and find out halfway that a device is missing.',
    ),
    todo: both(
      '装了的话，在 devices 里加上 {class}；没装的话，从 services 名单里删去这项服务。',
      'If it is there, add {class} to `devices`; if not, take the service off the list `services`.',
    ),
  },
  'cart.circle': {
    wrong: both(
      '要先知道另一样，才轮到“{element}”，而那一样又在等“{element}”。互相等着的有：{circle}。',
      '"{element}" waits for something that waits for it. In the circle: {circle}.',
    ),
    citizen: both(
      '一起办这几项服务的人一题也问不下去。',
      'Whoever does these services together could be asked neither.',
    ),
    todo: both(
      '在每项服务里，让其中一样不等另一样：去掉关于它的条件，或者让查询既不发送（sends）、也不填写它。',
      'Let one of them wait for none of the others, in every service: no condition on it, no lookup that is both sent it (`sends`) and fills it in.',
    ),
  },
} satisfies Topic;
