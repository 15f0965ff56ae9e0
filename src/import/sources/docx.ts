import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { textOf } from '../../markdown/tree.ts';
import { readWrittenDate } from '../../news/written-date.ts';
import { convertBody } from '../html/body.ts';
import type { Item, SourceReading } from '../item.ts';
import { Notes } from '../notes.ts';
import type { ImportOptions } from '../options.ts';
import { PictureCollection } from '../pictures.ts';
import { cleanLine } from '../source-text.ts';
import { nameOf, Refusal, readDocument } from './document.ts';

/** A Word file as one article: headings, tables, pictures, footnotes and links. */
export function readDocx(options: ImportOptions): Promise<SourceReading> {
  const { file } = options;
  return readDocument(file, async () => {
    const notes = new Notes();
    const bytes = readFileSync(file);
    const zip = await JSZip.loadAsync(bytes);
    const facts = await readFacts(zip, notes);
    const { root, embedded } = await convert(bytes);
    const title = takeTitle(root, file, notes);
    const date = options.date ?? readWrittenDate(facts.created ?? '', options.zone);
    if (date === undefined) throw new Refusal('no-date');
    if (options.date === undefined) notes.add('date-from-file');
    const name = nameOf(title, file);
    const places = { folders: [], embedded, mayDownload: options.mayDownload };
    const pictures = new PictureCollection(name, places, notes);
    const body = await convertBody(root, title, pictures, notes);
    if (body === '') {
      throw new Refusal('no-text', { advice: '正文如果全在文本框里，请移到正文中再导入。' });
    }
    const item: Item = { title, date, body, tags: [], name, pictures: pictures.pictures };
    return { item, notes };
  });
}

/** mammoth leads tables through HTML only; its own Markdown writer loses them (mammoth.js#273). */
async function convert(bytes: Buffer): Promise<{ root: Root; embedded: Map<string, Uint8Array> }> {
  const embedded = new Map<string, Uint8Array>();
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async (image) => {
        const src = `docx:${embedded.size}`;
        embedded.set(src, await image.readAsBuffer());
        return { src };
      }),
    },
  );
  return { root: fromHtml(value, { fragment: true }), embedded };
}

/** The title's own style, which Word, WPS and LibreOffice name alike; Chinese names of old WPS. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** Longest first paragraph that is a title, in characters: two lines of print. */
const LONGEST_TITLE = 60;

/** The paragraph of the title's style, else the first of the text if it looks like one. */
function takeTitle(root: Root, file: string, notes: Notes): string {
  const blocks = root.children.filter((node) => node.type === 'element');
  const styled = blocks.find(({ properties }) => String(properties.className ?? '') === 'title');
  const first = blocks.find((block) => cleanLine(textOf(block)) !== '');
  const text = cleanLine(styled ? textOf(styled) : first ? textOf(first) : '');
  const isTitle =
    styled !== undefined ||
    first?.tagName === 'h1' ||
    (first?.tagName === 'p' && [...text].length <= LONGEST_TITLE && !/[。；，：.;,:]$/.test(text));
  const block = styled ?? first;
  if (!block || !isTitle || text === '') {
    notes.add('title-from-name');
    return cleanLine(path.parse(file).name);
  }
  if (!styled) notes.add('title-from-text');
  root.children.splice(root.children.indexOf(block), 1);
  return text;
}

/** When the file was made, and what of it no HTML will hold, counted in Word's own XML. */
async function readFacts(zip: JSZip, notes: Notes): Promise<{ created: string | undefined }> {
  const read = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  const document = await read('word/document.xml');
  const count = (pattern: RegExp) => document.match(pattern)?.length ?? 0;
  notes.add('comments', count(/<w:commentReference\b/g));
  notes.add('formulas', count(/<m:oMath>/g));
  notes.add('drawings', count(/<(?:c:chart|dgm:relIds|wps:wsp|w:object)\b/g));
  const core = await read('docProps/core.xml');
  return { created: /<dcterms:created[^>]*>([^<]+)</.exec(core)?.[1] };
}
