import type { Links } from '../news/address.ts';
import type { Settings } from '../news/settings-schema.ts';

/** What the frame of every page needs to know; the newsroom is one. */
export interface Frame {
  settings: Settings;
  /** Epoch ms. */
  now: number;
  links: Links;
  splitWords(text: string): string[];
}

/** A step of the way from the home page; the last one is the page itself and has no path. */
export interface Step {
  name: string;
  /** Below the base. */
  path?: string;
}
