import { appendFileSync, readFileSync } from 'node:fs';

/** What rendering one body found. The same source gives the same note, whichever page shows it. */
export interface BodyNote {
  /** Source file below the content folder. */
  file: string;
  /** Content hash of the source. */
  digest: string;
  /** Links to other source files, as written: where they lead depends on those. */
  links: string[];
}

/**
 * Adds a note for the build that started this process: Astro's modules share no memory with it, so
 * the way goes over a file.
 */
export function writeBodyNote(notes: string, note: BodyNote): void {
  appendFileSync(notes, `${JSON.stringify(note)}\n`);
}

/** The notes of a process, one a source; a body is rendered for its page and for feeds. */
export function readBodyNotes(notes: string): BodyNote[] {
  let text = '';
  try {
    text = readFileSync(notes, 'utf8');
  } catch {
    return []; // No body was rendered.
  }
  const parsed = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as BodyNote);
  return [...new Map(parsed.map((note) => [note.file, note])).values()];
}
