import { pinyin } from 'pinyin-pro';

/** First letters of a title's syllables, its Latin letters and digits between them: `xykfq`. */
export function titleInitials(title: string): string {
  const letters = pinyin(title, { pattern: 'first', toneType: 'none', type: 'array' });
  return letters
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
