import { createElement as h, type ReactElement } from 'react';
import { LANGUAGES } from '../languages.ts';

/** Links to a story in each language. */
export const LanguageLinks = ({ story }: { story: string }): ReactElement =>
  h(
    'ul',
    { className: 'sb-unstyled', style: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', listStyle: 'none', padding: 0 } },
    LANGUAGES.filter(({ tag }) => !tag.includes('-x-')).map(({ tag, name, dir }) =>
      h(
        'li',
        { key: tag },
        h('a', { href: `./?path=/story/${story}&globals=lang:${tag}`, target: '_top', lang: tag, dir, style: { color: '#1f6170', fontWeight: 600 } }, name),
      ),
    ),
  );
