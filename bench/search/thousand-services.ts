/** The catalogue with invented services besides, a thousand in all, each with words of its own: as large as a city's. */
import { ServiceId } from '#contract/ids.ts';
import type { Service } from '#flows/language/service.ts';
import type { Content } from '#flows/release/content.ts';

const OBJECTS =
  '驾驶证 护照 医师资格 教师资格 渔船 林木采伐 取水口 排污口 焰火燃放 网吧 民办学校 幼儿园 养老院 托育所 出租车 货运车 客运站 船员 种子 农药 农机 屠宰场 饲料 动物防疫 文物修缮 演出 出版物 广播站 电影放映 印刷厂 体育场馆 潜水馆 公墓 社团 基金会 志愿队 收养 地名牌 社工 律师 公证 援助 仲裁 鉴定 调解室 消防设施 电梯 计量器 认证机构 检测站 商标 专利 版权 广告牌 直销员 拍卖行 典当行 旧货店 报废车 加油站 成品油 酒类批发 食盐 烟草 粮仓 供热站 绿地 灯箱 道路挖掘 渣土车 工地 脚手架 装修队 物业 测绘 勘察 规划图 土地 矿山 地质队 古树 湿地 水鸟 坡地 河道 航道 港口 桥梁 铁路道口 无人机 气球 地震台 保密室 寺庙 侨眷 台胞 外国专家 签证 培训班 夜校 图书馆 乐团'.split(
    ' ',
  );
const DEEDS = '申领 变更 延期 注销 补办 年检 备案 审批 复核 公示'.split(' ');
const MANY = 1000;

/** The same every time; every service is a copy of the first with other words. */
export function thousandServices(content: Content): Content {
  const services = new Map(content.services);
  const pattern = [...content.services.values()][0];
  if (pattern === undefined) throw new Error('a catalogue without services');
  for (const object of OBJECTS)
    for (const deed of DEEDS) {
      if (services.size >= MANY) break;
      const made = invented(pattern, object, deed, services.size);
      services.set(made.id, made);
    }
  return { ...content, services };
}

function invented(pattern: Service, object: string, deed: string, number: number): Service {
  return {
    ...pattern,
    id: ServiceId.parse(`invented-${number}`),
    title: { 'zh-CN': `${object}${deed}`, en: `Invented Permit ${number}` },
    summary: {
      'zh-CN': `为需要${object}的个人和单位办理${deed}，材料齐全的当天受理。`,
      en: `For people and companies that need permit ${number}: taken in on the day if everything is there.`,
    },
    keywords: {
      'zh-CN': ['', '办', '我的', '新', '旧', '换'].map((before) => `${before}${object}`).concat(`${deed}${object}`),
      en: [`permit ${number}`, 'invented permit', `number ${number}`],
    },
    result: { ...pattern.result, name: { 'zh-CN': `${object}${deed}决定书`, en: `Decision ${number}` } },
  };
}
