import { XMLParser } from 'fast-xml-parser';

type Fields = 'title' | 'link' | 'dc:creator' | 'content:encoded' | 'excerpt:encoded';
type Own = 'post_id' | 'post_date' | 'post_date_gmt' | 'post_modified_gmt' | 'post_name' | 'status';
type More = 'post_type' | 'post_password' | 'is_sticky' | 'attachment_url';

export type WordPressPost = Partial<Record<Fields | `wp:${Own | More}`, string>> & {
  'wp:post_id': string;
  category?: { '#text'?: string; '@domain'?: string; '@nicename'?: string }[];
  'wp:postmeta'?: { 'wp:meta_key': string; 'wp:meta_value': string }[];
  'wp:comment'?: unknown[];
};

export interface WordPressExport {
  link?: string;
  'wp:base_blog_url'?: string;
  item?: WordPressPost[];
  'wp:category'?: { 'wp:category_nicename': string; 'wp:category_parent'?: string }[];
  'wp:author'?: { 'wp:author_login': string; 'wp:author_display_name': string }[];
}

const LISTS = /^(?:item|category|wp:category|wp:postmeta|wp:comment|wp:author)$/;

/** The channel of a WXR file; undefined for any other XML. */
export function readExport(xml: string): WordPressExport | undefined {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => LISTS.test(name),
  });
  try {
    const channel = parser.parse(xml)?.rss?.channel;
    return channel?.['wp:wxr_version'] === undefined ? undefined : channel;
  } catch {
    return undefined;
  }
}
