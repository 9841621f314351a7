import { linksOfGuides } from './links-of-guides.ts';

/** Turns a page of `docs` into a section of a guide: headings one level lower, links to the guides. */
export const asSection = (markdown: string): string => linksOfGuides(markdown.replace(/^##? /gm, '#$&'));
