/**
 * Source with everything that is not prose turned to spaces, each character for one, so that lines
 * and columns stay: code, comments, tags.
 */
export function maskCode(source: string): string {
  if (!/[`~<]/.test(source)) return source;
  return source
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, blank)
    .replace(/<\/?[a-z][^<>\n]*>/gi, blank);
}

/** Masked source without addresses either: their digits and marks are no prose. */
export function maskAddresses(source: string): string {
  return source
    .replace(/(?<=\]\()[^()\n]*(?:\([^()\n]*\)[^()\n]*)*(?=\))/g, blank)
    .replace(/(?:https?:\/\/|www\.)[!-~]+/gi, blank)
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
