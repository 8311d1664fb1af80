/** Questions for `elements.yaml` that nobody has asked yet, each answered with yes or no. */
const WORD = '{ zh-CN: 好, en: Good }';

export function yesNoQuestions(names: readonly string[]): string {
  const words = ['label', 'question', 'help', 'yes', 'no'].map((each) => `  ${each}: ${WORD}\n`).join('');
  return names.map((name) => `${name}:\n  type: yesNo\n  privacy: none\n  sources: [typed]\n${words}`).join('');
}
