import { Parser } from 'htmlparser2';
import { gatherPageFacts, type PageFacts } from './page-facts.ts';
import { gatherBodyText } from './page-text.ts';

/** What checks and search need of a built page, in one reading. */
export function readPage(html: string): { facts: PageFacts; text: string[] } {
  const facts = gatherPageFacts();
  const text = gatherBodyText();
  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      facts.handler.onopentag?.(name, attributes, isImplied);
      text.handler.onopentag?.(name, attributes, isImplied);
    },
    ontext(part) {
      facts.handler.ontext?.(part);
      text.handler.ontext?.(part);
    },
    onclosetag(name, isImplied) {
      facts.handler.onclosetag?.(name, isImplied);
      text.handler.onclosetag?.(name, isImplied);
    },
  });
  parser.end(html);
  return { facts: facts.finish(), text: text.finish() };
}
