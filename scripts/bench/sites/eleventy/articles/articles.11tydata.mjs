export default {
  layout: 'article.njk',
  permalink: ({ page }) => `${page.inputPath.slice(1, -'.md'.length)}/index.html`,
};
