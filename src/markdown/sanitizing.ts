import type { Element, Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';

/**
 * Keeps of a tree what an article may hold: text markup, lists, tables, figures, ruby, details,
 * images and links to http, https, mailto and tel. Scripts, frames, forms, styles, event handlers
 * and every other address are gone; unknown elements leave their text. Ids stay unprefixed: the
 * caller renames them.
 */
export function sanitizeTree(tree: Root): Root {
  return sanitize(tree, SCHEMA) as Root;
}

/**
 * The same for the HTML of a feed, which also may hold audio and video. No ids: readers show many
 * items on one page. Addresses must be absolute by now.
 */
export function sanitizeFeedTree(tree: Root): Root {
  return sanitize(tree, FEED_SCHEMA) as Root;
}

/** Whether `sanitizeTree` keeps an element. */
export function isAllowed(tagName: string): boolean {
  return ALLOWED.has(tagName);
}

/** Address schemes of links; images may have http and https. Phones begin a line with `Https:`. */
const PAGES = inAnyCase('http', 'https');
const LINKED = [...PAGES, ...inAnyCase('mailto', 'tel')];

/** The sanitiser compares schemes as they are written. */
function inAnyCase(...schemes: string[]): string[] {
  return schemes.flatMap((name) => [
    name,
    name.toUpperCase(),
    name.charAt(0).toUpperCase() + name.slice(1),
  ]);
}

const TAGS = `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl
  dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rb rp rt rtc
  ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul
  var wbr`;
const ALLOWED = new Set(TAGS.split(/\s+/));

/** Elements that go with what they hold: code, foreign content, fallbacks, form values. */
const STRIPPED = `applet audio canvas embed frameset iframe math noembed noframes noscript object
  plaintext script select style svg template textarea title video xmp`;

const CELL: Element['tagName'][] = ['abbr', 'align', 'colSpan', 'headers', 'rowSpan', 'scope'];

const SCHEMA: Schema = {
  tagNames: [...ALLOWED],
  strip: STRIPPED.split(/\s+/),
  clobber: [],
  clobberPrefix: '',
  ancestors: Object.fromEntries(
    ['caption', 'col', 'colgroup', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((name) => [
      name,
      ['table'],
    ]),
  ),
  protocols: { href: LINKED, src: PAGES, cite: PAGES },
  required: {},
  attributes: {
    '*': ['dir', 'id', 'lang', 'title'],
    // The data attributes, classes and labels are those of footnotes.
    a: [
      'ariaDescribedBy',
      'ariaLabel',
      ['className', 'data-footnote-backref'],
      'dataFootnoteBackref',
      'dataFootnoteRef',
      'href',
    ],
    blockquote: ['cite'],
    col: ['span'],
    colgroup: ['span'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    h2: [['className', 'sr-only']],
    img: ['alt', 'height', 'src', 'width'],
    input: [['type', 'checkbox'], 'checked'],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['reversed', 'start', 'type'],
    q: ['cite'],
    section: [['className', 'footnotes'], 'dataFootnotes'],
    td: CELL,
    th: CELL,
    time: ['dateTime'],
  },
};

const MEDIA = ['audio', 'source', 'video'];

const FEED_SCHEMA: Schema = {
  ...SCHEMA,
  tagNames: [...ALLOWED, ...MEDIA].filter((name) => name !== 'input'),
  strip: STRIPPED.split(/\s+/).filter((name) => !MEDIA.includes(name)),
  protocols: { ...SCHEMA.protocols, poster: PAGES },
  attributes: {
    ...SCHEMA.attributes,
    '*': ['dir', 'lang', 'title'],
    a: ['href'],
    audio: ['controls', 'src'],
    h2: [],
    section: [],
    source: ['src', 'type'],
    video: ['controls', 'poster', 'src'],
  },
};
