import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const articles = defineCollection({
  loader: glob({ pattern: '**/*.{md,mdx}', base: './articles' }),
  schema: z.object({
    title: z.string(),
    date: z.coerce.date(),
    channel: z.string(),
    id: z.string(),
    tags: z.array(z.string()).default([]),
    source: z.string(),
  }),
});

export const collections = { articles };
