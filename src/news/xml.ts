/**
 * Text that any XML parser takes: well-formed Unicode without the characters XML 1.0 forbids. One
 * pasted U+0008 would otherwise break the whole feed for strict readers.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function toXmlText(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '');
}

/** XML text with markup escaped, for element content and attributes. */
export function escapeXml(text: string): string {
  return toXmlText(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
