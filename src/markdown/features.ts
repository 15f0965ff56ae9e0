import type { Features } from 'satteri';

/**
 * Sätteri's switches for a body: GFM with footnotes in Chinese, straight quotes left straight, raw
 * HTML as elements, so that it can be sanitised. Bodies come without frontmatter: `---` is a rule.
 */
export const features = {
  gfm: {
    footnotes: {
      label: '脚注',
      backLabel: '返回正文（注 {reference}）',
      backContent: '↩\ufe0e',
      clobberPrefix: '',
    },
  },
  frontmatter: false,
  smartPunctuation: false,
  rawHtml: true,
} satisfies Features;
