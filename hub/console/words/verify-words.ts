/** The words of the page where printed proofs are checked. */
import type { Language } from '#contract/language.ts';
import type { VerifiedPaper } from '#contract/paper-record.ts';

export interface VerifyWords {
  readonly title: string;
  readonly about: string;
  readonly code: string;
  readonly hint: string;
  readonly check: string;
  readonly checking: string;
  readonly notACode: string;
  readonly unknown: string;
  readonly unknownHint: string;
  readonly away: string;
  /** What was found. */
  readonly known: string;
  readonly compare: string;
  /** Above the lines that the paper bears. */
  readonly shown: string;
  /** Of a kiosk that did not say them yet. */
  readonly notShown: string;
  readonly several: (papers: number) => string;
  readonly facts: Readonly<Record<'paper' | 'day' | 'time' | 'station' | 'service' | 'received' | 'outcome', string>>;
  readonly outcomes: Readonly<Record<VerifiedPaper['outcome'], string>>;
}

export const VERIFY_WORDS: Readonly<Record<Language, VerifyWords>> = {
  'zh-CN': {
    title: '核对证明',
    about:
      '有人拿来自助机打印的证明，输入上面的验证码，就能看到它是什么证明、什么时候在哪里打印的，上面写了什么。姓名和身份证号只显示一部分。',
    code: '验证码',
    hint: '12 位数字和字母，例如 M8KT-6FNY-C7P4。不分大小写，横线可以不输。',
    check: '核对',
    checking: '正在核对……',
    notACode: '验证码不对：多了、少了，或有一位看错了。请对照证明再输一次。',
    unknown: '没有这个验证码的证明。',
    unknownHint: '刚打印的，可能因为自助机断网还没有报来，请稍后再核对。否则，这份证明不是本平台的自助机打印的。',
    away: '平台没有回应，没有核对成。请再按一次“核对”。',
    known: '有这份证明',
    compare:
      '请逐项对照手中的证明：有一项不一样，就不要接受。这里不显示用*代替的字和数字，也不显示表格里的每一行，要核实这些，请向证明上的出具部门查询。',
    shown: '证明上应当写着',
    notShown: '打印它的自助机没有报来证明的内容：只能核对名称、日期和地点，姓名和数字请向出具部门查询。',
    several: (papers) => `有 ${papers} 份证明用了同一个验证码。请对照打印时间和站点，并联系技术人员。`,
    facts: {
      paper: '名称',
      day: '日期',
      time: '打印时间',
      station: '站点',
      service: '服务',
      received: '平台收到',
      outcome: '打印结果',
    },
    outcomes: {
      printed: '已打印',
      unconfirmed: '不能确定是否打印出来',
      failed: '自助机报告没有打印出来。如果有人拿着它，请联系技术人员。',
      unknown: '自助机还没有报告',
    },
  },
  en: {
    title: 'Check a proof',
    about:
      'Somebody brings a proof that a kiosk printed: its verify code tells what it is, when and where it was printed, and what it says. Of name and ID number only a part is shown.',
    code: 'Verify code',
    hint: '12 digits and letters, for example M8KT-6FNY-C7P4. Small letters will do, and hyphens may be left out.',
    check: 'Check',
    checking: 'Checking …',
    notACode: 'This is not a verify code: a sign is missing, too many or misread. Compare it with the paper.',
    unknown: 'No proof has this code.',
    unknownHint:
      'One that was just printed may not be known yet, while its kiosk has no line: check again later. Otherwise no kiosk of this hub printed it.',
    away: 'The hub does not answer, and nothing was checked. Press “Check” again.',
    known: 'There is such a proof',
    compare:
      'Compare each line with the paper: where one differs, do not accept it. What stands as * and the rows of tables are not shown here: ask the office named on the paper.',
    shown: 'The paper has to say',
    notShown:
      'Its kiosk did not tell what it says: only title, date and place can be checked here. For name and figures ask the office that issued it.',
    several: (papers) => `${papers} proofs bear this code. Compare time and station, and call a technician.`,
    facts: {
      paper: 'Title',
      day: 'Date',
      time: 'Printed at',
      station: 'Station',
      service: 'Service',
      received: 'Known to the hub',
      outcome: 'Printing',
    },
    outcomes: {
      printed: 'Printed',
      unconfirmed: 'Not certain whether it came out',
      failed: 'The kiosk said that nothing came out. If somebody holds it, call a technician.',
      unknown: 'The kiosk has not said yet',
    },
  },
};
