import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { articleLoader } from './content-loader.ts';

/** Articles are checked by the domain (`src/news/article-reader.ts`); Astro only resolves the cover's image. */
const articles = defineCollection({
  loader: articleLoader(),
  schema: ({ image }) => z.looseObject({ cover: z.looseObject({ src: image() }).optional() }),
});

export const collections = { articles };
