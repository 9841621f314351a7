import { linksOfGuides } from './links-of-guides.ts';

/** A page of `docs` as a section of another: headings one level down, links as those of the guides. */
export const asSection = (markdown: string): string => linksOfGuides(markdown.replace(/^##? /gm, '#$&'));
