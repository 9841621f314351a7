/** The page of the guides in which a document of `docs` stands. */
const GUIDES: Readonly<Record<string, string>> = {
  'record.md': 'guides-events-and-keeping-the-data',
  'errors.md': 'guides-events-and-keeping-the-data',
  'instruments.md': 'guides-writing-an-instrument',
  'statistics.md': 'guides-scores-and-what-they-can-say',
  'privacy.md': 'guides-privacy-and-intended-use',
};

/** Links of a document as links of the guides: to the page in which another document stands, and to other files as text. */
export const linksOfGuides = (markdown: string): string =>
  markdown.replace(/\[([^\]]*)\]\(([^)]*)\)/g, (link, words: string, href: string) => {
    const [file = '', heading] = href.split('#');
    if (!file || /^https?:/.test(file)) return link;
    const guide = GUIDES[file];
    return guide ? `[${words}](./?path=/docs/${guide}--docs${heading ? `#${heading}` : ''})` : words;
  });
