/** The first sign of each pinyin initial in the order of the standard collation; no syllable begins with i, u or v. */
const BOUNDARIES: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '痳'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '扨'],
  ['t', '它'],
  ['w', '穵'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const HAN = /\p{Script=Han}/u;

/** Signs of names and places with a second common reading. */
const SECOND: Readonly<Record<string, string>> = {
  长: 'c',
  重: 'c',
  行: 'h',
  单: 's',
  解: 'x',
  曾: 'c',
  仇: 'q',
  乐: 'y',
  盛: 'c',
  朝: 'c',
  调: 'd',
  会: 'k',
  石: 'd',
};

/** How a sign may be abbreviated; letters and digits stay as they are. */
function initialsOf(sign: string): string {
  if (!HAN.test(sign)) return sign.toLowerCase();
  const first = BOUNDARIES.findLast(([, boundary]) => collator.compare(sign, boundary) >= 0)?.[0] ?? '';
  return `${first}${SECOND[sign] ?? ''}`;
}

/** Whether somewhere in a name its signs begin, one after the other, with these letters: 长治市爱民职业培训学校 has `czs` and `amzy`. */
export function hasInitials(name: string, letters: string): boolean {
  const signs = [...name].map(initialsOf);
  return signs.some((_, start) => [...letters].every((letter, index) => signs[start + index]?.includes(letter) ?? false));
}
