/** What the schemas of kiosk.yaml and hub.yaml say themselves, by their English words, in Chinese. */

export const OWN_WORDS: Readonly<Record<string, string>> = {
  'lower-case words joined by hyphens, for example micro-centre-1': '用连字符连起来的小写英文词，例如 micro-centre-1',
  'a code such as 7KQM-X2RA': ' 7KQM-X2RA 这样的登记码',
  'four digits 0-9 a-f, in quotes': '放在引号里的四位 0-9 a-f',
  'tcp://…, ipp://…, pcsc:… or uvc:…': 'tcp://…、ipp://…、pcsc:… 或 uvc:…',
  'must start with https:// (plain http:// only to this machine)': '必须以 https:// 开头（http:// 只能指向本机）',
  'at most 8 characters of one byte, for example "\\x02"': '最多 8 个单字节字符，例如 "\\x02"',
  'name at least one light': '至少要写一盏灯',
  'fullVolts must be above emptyVolts': 'fullVolts 必须大于 emptyVolts',
  'name door, presence or both': '要写 door、presence，或两个都写',
};
