/** The guide that includes each document of `docs`. */
const GUIDES: Readonly<Record<string, string>> = {
  'record.md': 'guides-events-and-keeping-the-data',
  'errors.md': 'guides-events-and-keeping-the-data',
  'instruments.md': 'guides-writing-an-instrument',
  'statistics.md': 'guides-scores-and-what-they-can-say',
  'frameworks.md': 'guides-frameworks',
  'languages.md': 'guides-languages',
  'translating.md': 'guides-languages',
  'frame.md': 'guides-in-another-product',
  'privacy.md': 'guides-privacy-and-intended-use',
};

/** Rewrites the links of a document for the guides: a link to an included document leads to its guide, others become text. */
export const linksOfGuides = (markdown: string): string =>
  markdown.replace(/\[([^\]]*)\]\(([^)]*)\)/g, (link, words: string, href: string) => {
    const [file = '', heading] = href.split('#');
    if (!file || /^https?:/.test(file)) return link;
    const guide = GUIDES[file];
    return guide ? `[${words}](./?path=/docs/${guide}--docs${heading ? `#${heading}` : ''})` : words;
  });
