import type { Settings, Site } from '../news/settings-schema.ts';
import { composeArticleForm } from './article-form.ts';

/**
 * Sveltia CMS's configuration: where the files live and the form of an article. Files are read and
 * written by our own format (`desk.ts`), which also spells the title in pinyin for the file's name.
 * @param contentFolder path of the content folder in the repository, with `/`
 * @see https://sveltiacms.app/en/docs
 */
export function composeCmsConfig(
  cms: NonNullable<Site['cms']>,
  settings: Pick<Settings, 'site' | 'channels' | 'topics'>,
  contentFolder: string,
): object {
  const { site } = settings;
  return {
    load_config_file: true,
    backend: composeBackend(cms),
    app_title: `${site.name} 写稿台`,
    site_url: site.address,
    display_url: site.address,
    media_folder: `${contentFolder}/articles`,
    public_folder: '',
    media_libraries: MEDIA,
    slug: { encoding: 'ascii', clean_accents: true, timezone: 'local' },
    output: { omit_empty_optional_fields: true },
    collections: [
      {
        name: 'articles',
        label: '稿件',
        label_singular: '稿件',
        folder: `${contentFolder}/articles`,
        path: `{{date | date('YYYY')}}/{{slug}}`,
        slug: {
          template: '{{title}}',
          editable: ['create'],
          hint: SLUG_HINT,
          pattern: ['^[a-z\\d][a-z\\d-]{0,59}$', SLUG_HINT],
        },
        // Pictures lie beside their article, whatever folder that is in.
        media_folder: `/${contentFolder}/articles/{{dirname}}`,
        public_folder: '.',
        format: 'ballast',
        identifier_field: 'title',
        summary: '{{title}}',
        sortable_fields: {
          fields: ['date', 'title'],
          default: { field: 'date', direction: 'descending' },
        },
        create: true,
        // A copy would have the id of the first; a published article is withdrawn, not deleted.
        duplicate: false,
        delete: false,
        // Sveltia's own rendering strikes `5%~7%` through and leaves `**“甲”**` as it is.
        editor: { preview: false },
        fields: composeArticleForm(settings),
      },
    ],
  };
}

const SLUG_HINT = '网址的最后一段：小写字母、数字和连字符，例如拼音；发布后不能改';

/** Pictures come from the editor's computer only; a camera's are made small, which drops the place. */
const MEDIA = {
  default: {
    config: {
      slugify_filename: true,
      transformations: { jpeg: { format: 'webp', quality: 85, width: 2000 } },
    },
  },
  stock_assets: { providers: [] },
};

function composeBackend({
  repository,
  branch,
  service,
  address,
  sign_in,
}: NonNullable<Site['cms']>) {
  const api = { github: 'api/v3', gitlab: 'api/v4', gitea: 'api/v1' }[service];
  const host = address?.replace(/\/+$/, '');
  const signIn = sign_in ?? (service === 'gitea' ? host : undefined);
  return {
    name: service,
    repo: repository,
    branch,
    ...(host === undefined ? {} : { api_root: `${host}/${api}` }),
    ...(signIn === undefined ? { auth_methods: ['token'] } : { base_url: signIn }),
  };
}
