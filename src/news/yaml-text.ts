/** One-line YAML values that read back as the same text, in Ballast and in other readers. */

/** `text` (one line, trimmed, without control characters) as a YAML value, in quotes if it must. */
export function yamlText(text: string): string {
  if (isPlain(text)) return text;
  return /["\\]/.test(text) && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

/** `[甲, 乙]` */
export function yamlList(items: readonly string[]): string {
  return `[${items.map(yamlText).join(', ')}]`;
}

/** `{ name: 新华社, url: "https://www.news.cn/" }`; what is undefined is left out. */
export function yamlMap(fields: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${yamlText(value)}`],
  );
  return `{ ${pairs.join(', ')} }`;
}

/**
 * Whether nothing in `text` means something else to YAML, in block and flow style, 1.1 and 1.2: no
 * mark at the start, no `: `, `://` or ` #`, no bracket or comma, not a number, date, truth value or null.
 */
function isPlain(text: string): boolean {
  return (
    /^[\p{L}\p{N}《〈“‘（【「『—…￥]/u.test(text) &&
    !/: |:$|:\/\/| #|[,[\]{}]/.test(text) &&
    !/^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text) &&
    !/^\d[\d_.:eE+-]*$|^0[xo][\da-f]+$/i.test(text)
  );
}
