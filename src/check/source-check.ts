import { splitSource } from '../news/frontmatter.ts';
import { findLocalImages } from '../news/images.ts';
import { type Problem, problem } from '../news/problem.ts';
import { findInvisibleCharacters } from './characters.ts';
import { applyDeskRules, type HouseRules } from './desk-rule.ts';
import { applyExcuses } from './excuses.ts';
import { findMarkdownTraps } from './markdown-traps.ts';
import { maskAddresses, maskCode } from './masking.ts';
import { findPersonalData } from './personal-data.ts';
import type { Reference } from './trap-context.ts';
import { findTypographyFaults, findUnevenSpacing } from './typography.ts';
import { findUnpairedMarks } from './unpaired-marks.ts';

/** What one source shows by itself. */
export interface SourceFindings {
  problems: Problem[];
  /** Links that may lead to a page of this site: checked against the whole archive. */
  links: Reference[];
}

/**
 * Checks the text of an article's file: characters, Markdown, typography, personal data, desk rules.
 * What makes it unreadable is found by `readArticle` and not repeated here.
 * @param file relative to the content folder, with `/`
 */
export function checkSource(
  text: string,
  file: string,
  { rules, hasEvenSpacing }: HouseRules,
): SourceFindings {
  const source = text.replace(/\r\n?/g, '\n');
  const characters = findInvisibleCharacters(source, file);
  const split = splitSource(source, file);
  if ('kind' in split) return { problems: characters, links: [] };
  const { body, bodyLine, frontmatter, frontmatterLine } = split;
  const format = /\.mdx$/i.test(file) ? 'mdx' : 'md';
  const lines = body.split('\n');
  const masked = maskAddresses(maskCode(body)).split('\n');
  const head = frontmatter.split('\n');
  const traps = findMarkdownTraps(body, format, file, bodyLine);
  const ruled = applyDeskRules(
    rules,
    {
      ...readKind(head),
      lines: [
        ...head.flatMap((line, index) =>
          SHOWN_KEY.test(line) ? [{ text: line, line: frontmatterLine + index }] : [],
        ),
        ...masked.map((line, index) => ({ text: line, line: bodyLine + index })),
      ],
    },
    file,
  );
  const problems = [
    ...characters,
    ...traps.problems,
    ...findTypographyFaults(lines, masked, file, bodyLine),
    ...findUnpairedMarks(masked, file, bodyLine),
    ...(hasEvenSpacing ? findUnevenSpacing(masked, file, bodyLine) : []),
    ...findPersonalData(masked, file, bodyLine),
    ...ruled.map(({ found }) => found),
  ];
  if (!source.includes('放行')) return { problems, links: traps.links };
  const ruleOf = new Map(ruled.map(({ found, rule }) => [found, rule]));
  const left = applyExcuses(problems, source.split('\n'), file, (found) => ruleOf.get(found));
  return { problems: left, links: traps.links };
}

/**
 * `checkSource` of a fixed page, which has no pictures of its own: what lies beside it is not
 * published.
 */
export function checkPage(text: string, file: string, rules: HouseRules): SourceFindings {
  const { problems, links } = checkSource(text, file, rules);
  const lines = text.split(/\r\n?|\n/);
  const pictures = findLocalImages(text).map((src): Problem => {
    const index = lines.findIndex((line) => findLocalImages(line).includes(src));
    const about = `固定页面的图片“${src}”不会发布，网页上只留下说明文字`;
    const place = { file, line: index < 0 ? undefined : index + 1 };
    return problem('changed-body', place, { text: about });
  });
  return { problems: [...problems, ...pictures], links };
}

const SHOWN_KEY = /^\s*(?:title|标题|summary|摘要)\s*:/i;

/** Only what a rule asks; the whole frontmatter is read elsewhere. */
function readKind(head: readonly string[]): { isPromotion: boolean; usesAi: boolean } {
  return {
    isPromotion: head.some((line) => /^(?:kind|类型)\s*:\s*["']?(?:promotion|推广)/i.test(line)),
    usesAi: head.some((line) =>
      /^(?:ai|AI)\s*:\s*["']?(?:assisted|generated|辅助|生成)/i.test(line),
    ),
  };
}
