import type { Markup, Presentation, TextStyle } from '../../core/item-types/presentation.ts';
import { limits } from '../../core/plain-data/limits.ts';
import type { Extensions, Part } from './part.ts';
import type { QuestionContext } from './question.ts';

/** The declarations of CSS that a text can have. Colours and sizes are those of the page, where they can be read. */
const STYLES: [pattern: RegExp, style: TextStyle][] = [
  [/^font-weight: ?(bold|bolder|[6-9]00)$/, 'bold'],
  [/^font-style: ?(italic|oblique)$/, 'italic'],
  [/^text-decoration(-line)?: ?(line-through )?underline( line-through)?$/, 'underline'],
  [/^text-decoration(-line)?: ?(underline )?line-through( underline)?$/, 'strike-through'],
];

/** The styles of `rendering-style`. Others are reported; as a limit, if the form says that they have a meaning. */
function stylesOf(text: string, part: Part, at: string, isMeant: boolean): TextStyle[] {
  const declarations = text.toLowerCase().split(';').map((one) => one.trim().replace(/\s*:\s*/, ': ')).filter(Boolean);
  return declarations.flatMap((declaration) => {
    const styles = STYLES.flatMap(([pattern, style]) => (pattern.test(declaration) ? style : []));
    if (!styles.length) part.tell(at, isMeant ? 'style-not-shown' : 'layout-not-followed', declaration);
    return styles;
  });
}

/** Puts the pictures that the Questionnaire contains into the markup. */
const withPictures = (content: string, pictures: ReadonlyMap<string, string>): string =>
  content.replace(/(<img\b[^>]*?\bsrc\s*=\s*["'])#([^"']+)(?=["'])/gi, (whole, start: string, id: string) => {
    const picture = pictures.get(id);
    return picture === undefined ? whole : start + picture;
  });

/** The Binary resources that a Questionnaire contains, as addresses, by their id. */
export const picturesIn = (questionnaire: Part): ReadonlyMap<string, string> =>
  new Map(
    questionnaire.list('contained').flatMap(({ data: { resourceType, id, contentType, data } }): [string, string][] =>
      resourceType === 'Binary' && typeof id === 'string' && typeof data === 'string' ? [[id, `data:${String(contentType)};base64,${data}`]] : [],
    ),
  );

/** The markup and the style of a text, from the extensions beside it. */
export function richText(beside: Extensions, part: Part, at: string, { pictures, isStyleMeant }: Pick<QuestionContext, 'pictures' | 'isStyleMeant'>): Presentation {
  const [xhtml, markdown, css] = ['rendering-xhtml', 'rendering-markdown', 'rendering-style'].map((name) => beside.text(name));
  const content = xhtml === undefined ? markdown : withPictures(xhtml, pictures);
  const isShort = content === undefined || content.length <= limits.wordingText;
  if (!isShort) part.tell(at, 'markup-shown-as-text', content.length);
  const markup: Markup | undefined = isShort && content !== undefined ? { format: xhtml === undefined ? 'markdown' : 'xhtml', content } : undefined;
  const style = css === undefined ? [] : [...new Set(stylesOf(css, part, at, isStyleMeant))];
  return { ...(markup && { markup }), ...(style.length && { style }) };
}
