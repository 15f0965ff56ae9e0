/** What the editors' desk adds to Sveltia CMS in the browser; `admin-files.ts` bundles it. */
import { proposeSlug } from '../news/proposed-slug.ts';
import {
  composeArticleFile,
  type FormValues,
  type Names,
  readArticleFile,
} from './article-file.ts';
import { PendingWork } from './pending-work.ts';

declare global {
  var CMS: {
    registerCustomFormat(
      name: string,
      extension: string,
      format: { fromFile(text: string): FormValues; toFile(values: FormValues): string },
    ): void;
  };
  var spellName: (text: string) => string;
  var pendingPictures: PendingWork;
}

const names: Names = JSON.parse(document.querySelector('#names')?.textContent ?? '{}');

CMS.registerCustomFormat('ballast', 'md', {
  fromFile: (text) => readArticleFile(text, names),
  toFile: (values) => composeArticleFile(values, names),
});

/** Sveltia drops 汉字 from addresses and names of pictures; ours are in pinyin, as `npm run new`'s. */
globalThis.spellName = (text) => (/\p{Script=Han}/u.test(text) ? proposeSlug(text) : text);

globalThis.pendingPictures = new PendingWork();
