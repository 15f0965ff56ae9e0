import { customPinyin, pinyin } from 'pinyin-pro';
import { isWindowsDevice } from './windows-name.ts';

/** Longest proposed address, in characters: it is read aloud, pasted into chats and printed. */
const LONGEST = 40;

/**
 * A short address for a title: pinyin without tones, digits and Latin letters as they are, clause
 * by clause while they fit. `存款保险最高偿付 50 万元，怎样算` →
 * `cun-kuan-bao-xian-zui-gao-chang-fu-50`. '' for a title without letters or digits,
 * or of a name that Windows keeps for itself.
 */
export function proposeSlug(title: string): string {
  const slug = spell(title);
  return isWindowsDevice(slug) ? '' : slug;
}

function spell(title: string): string {
  const [first = [], ...clauses] = title
    .normalize('NFKC')
    .split(/[,:;!?。、"“”《》|()—…]+/)
    .map(readWords)
    .filter((words) => words.length > 0);
  let slug = '';
  for (const word of first) {
    const longer = join(slug, word);
    if (longer.length > LONGEST) return slug === '' ? word.slice(0, LONGEST) : slug;
    slug = longer;
  }
  for (const words of clauses) {
    const longer = join(slug, ...words);
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug;
}

/** Abbreviations of banks in which 行 is read háng; the library knows the long names. */
const BANKS = '央 分 支 总 商 投 工 农 中 建 交 招 本 同 他 我 各 银';

customPinyin(
  Object.fromEntries(
    BANKS.split(' ').map((bank) => [`${bank}行`, `${pinyin(bank, { toneType: 'none' })} hang`]),
  ),
);

function readWords(clause: string): string[] {
  return pinyin(clause, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .flatMap((word) =>
      word
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .split(/[^a-z\d]+/),
    )
    .filter((word) => word !== '');
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('-');
}
