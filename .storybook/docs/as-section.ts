/** A page of `docs` as a section of another: headings one level down, links to files as text. */
export const asSection = (markdown: string): string =>
  markdown.replace(/^##? /gm, '#$&').replace(/\[([^\]]*)\]\(\.\.\/[^)]*\)/g, '$1');
