import { OperatorError } from '../environment.ts';

/** Where Sveltia's font of icons lies beside its script. */
export const ICON_FILE = 'material-symbols-outlined.woff2';

/**
 * Sveltia's script with what a newsroom needs changed in its text. It asks jsdelivr for three fonts
 * and unpkg for extras; where those are blocked its icons would be words. The icons' font comes from
 * here, letters from the reader's own system; the extras (colours in code, a map) are looked for here
 * and found missing at once, not after a timeout. File names are spelled by `spellName`, and a save
 * waits for `pendingPictures` (`desk.ts`).
 * @throws {OperatorError} in Chinese, where another version no longer has what is to be changed
 */
export function adaptScript(script: string, version: string): string {
  return CHANGES.reduce((text, { about, from, to }) => {
    if (text.search(from) === -1) throw notFound(about, version);
    return text.replace(from, to);
  }, script);
}

const CHANGES: readonly { about: string; from: RegExp; to: string }[] = [
  {
    about: '图标的字体',
    from: /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/material-symbols[^`"')]*/g,
    to: ICON_FILE,
  },
  {
    about: '文字的字体',
    from: /url\(https:\/\/cdn\.jsdelivr\.net\/[^)]*\)\s*format\([^)]*\)/g,
    to: "local('Source Sans 3')",
  },
  { about: '向 unpkg 要的文件', from: /https:\/\/unpkg\.com/g, to: './extras' },
  {
    // A title or a picture's name becomes a file name: `x=latin(x.normalize("NFD"),…`
    about: '文件名的拼写（拼音网址）',
    from: /(\w+=\w+)\((\w+)(?=\.normalize\(`NFD`\),\{locale:)/,
    to: '$1(globalThis.spellName($2)',
  },
  {
    // Pictures become smaller: `make=({draft,resources,folder,libraryConfig})=>Promise.all(…)`
    about: '处理图片',
    from: /(\(\{draft:\w+,resources:\w+,folder:\w+,libraryConfig:\w+\}\)=>)(Promise\.all\(\w+\.map\([^{]*\{[^}]*\}\){4})/,
    to: '$1globalThis.pendingPictures.track($2)',
  },
  {
    // A save waits for fields: `wait=async()=>{for(;fields.size;)await Promise.allSettled(fields)}`
    about: '保存之前的等待',
    from: /(=async\(\)=>\{)(?=for\(;(\w+)\.size;\)await Promise\.allSettled\(\2\)\})/,
    to: '$1await globalThis.pendingPictures.settle();',
  },
];

function notFound(about: string, version: string): OperatorError {
  return new OperatorError(
    `写稿台用的 @sveltia/cms ${version} 变了：找不到要改的地方“${about}”。`,
    '请运行 npm ci，装回 package-lock.json 里的版本；要升级，请技术同事先改 src/cms/sveltia-script.ts。不用写稿台，可以删去 site.yaml 里的 cms。',
  );
}
