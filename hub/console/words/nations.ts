/**
 * The 56 ethnic groups by the two digits on a resident card (GB/T 3304-1991). In English as China's statistical yearbooks
 * name them: the standard's own romanisation (Man, Zang, Chosen) is a code for machines, and no reader's word.
 */
import type { Language } from '#contract/language.ts';

/** From 01 on, in the standard's order: Chinese name, English name. */
// prettier-ignore
const NATIONS: readonly (readonly [string, string])[] = [
  ['汉', 'Han'], ['蒙古', 'Mongolian'], ['回', 'Hui'], ['藏', 'Tibetan'], ['维吾尔', 'Uygur'], ['苗', 'Miao'],
  ['彝', 'Yi'], ['壮', 'Zhuang'], ['布依', 'Bouyei'], ['朝鲜', 'Korean'], ['满', 'Manchu'], ['侗', 'Dong'],
  ['瑶', 'Yao'], ['白', 'Bai'], ['土家', 'Tujia'], ['哈尼', 'Hani'], ['哈萨克', 'Kazak'], ['傣', 'Dai'],
  ['黎', 'Li'], ['傈僳', 'Lisu'], ['佤', 'Va'], ['畲', 'She'], ['高山', 'Gaoshan'], ['拉祜', 'Lahu'],
  ['水', 'Shui'], ['东乡', 'Dongxiang'], ['纳西', 'Naxi'], ['景颇', 'Jingpo'], ['柯尔克孜', 'Kirgiz'], ['土', 'Tu'],
  ['达斡尔', 'Daur'], ['仫佬', 'Mulam'], ['羌', 'Qiang'], ['布朗', 'Blang'], ['撒拉', 'Salar'], ['毛南', 'Maonan'],
  ['仡佬', 'Gelao'], ['锡伯', 'Xibe'], ['阿昌', 'Achang'], ['普米', 'Pumi'], ['塔吉克', 'Tajik'], ['怒', 'Nu'],
  ['乌孜别克', 'Uzbek'], ['俄罗斯', 'Russian'], ['鄂温克', 'Ewenki'], ['德昂', 'De’ang'], ['保安', 'Bonan'], ['裕固', 'Yugur'],
  ['京', 'Jing'], ['塔塔尔', 'Tatar'], ['独龙', 'Derung'], ['鄂伦春', 'Oroqen'], ['赫哲', 'Hezhen'], ['门巴', 'Monba'],
  ['珞巴', 'Lhoba'], ['基诺', 'Jino'],
];

/** The code itself where it names no group (97 other, 98 naturalised, or a misread card). */
export function nationName(code: string, language: Language): string {
  const names = NATIONS[Number(code) - 1];
  if (names === undefined) return code;
  return language === 'en' ? names[1] : `${names[0]}族`;
}
