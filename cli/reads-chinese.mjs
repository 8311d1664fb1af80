/** Which language the person at the terminal reads; plain JavaScript, because it is asked before anything is installed. */

/**
 * As programs on Unix decide: LC_ALL, else LC_MESSAGES, else LANG.
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function readsChinese({ LC_ALL, LC_MESSAGES, LANG }) {
  const wish = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '');
  return wish !== undefined && wish.toLowerCase().startsWith('zh');
}

/** @param {string} chinese @param {string} english */
export function inWords(chinese, english) {
  return readsChinese(process.env) ? chinese : english;
}
