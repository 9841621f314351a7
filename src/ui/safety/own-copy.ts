import { langAround } from '../text/lang-around.ts';
import { report } from '../host/report.ts';

/** A copy of the person's own answers, as plain lines. */
export interface OwnCopy {
  title: string;
  /** The language of the title and of the lines, if it is known. */
  lang?: string;
  /**
   * A bold label above a text, or one of the two. `stays`: the text says that the line above it is not sent. `heading`: the
   * label is above all lines of a questionnaire, or of a group in it. `lang`: the language of the line, and `textLang` that of
   * its text, if they are known and may differ from those around them. `key`: the item that the text is the answer to.
   */
  lines: readonly { key?: string; label?: string; text?: string; stays?: boolean; heading?: 'title' | 'group-title'; lang?: string; textLang?: string }[];
  /** Adds ruled lines below each text, to write on. */
  ruled?: boolean;
}

const sheetStyles = `@page{size:A5;margin:14mm}body{font:12pt/1.45 system-ui,sans-serif;margin:0}
h1{font-size:1.3em}h2{font-size:1em;margin:1em 0 0}p{margin:.2em 0 0;white-space:pre-wrap;break-inside:avoid}
h2:has(+h2){font-size:1.15em}
h1,h2{break-after:avoid}
h1,h2,p{unicode-bidi:plaintext;text-align:-webkit-match-parent;text-align:match-parent}
hr{border:0;border-bottom:1px solid #999;height:2em;margin:0}`;

/**
 * Prints the lines without the host's page, from a frame inside the widget that exists during printing. The frame loads
 * nothing and has a constructed style sheet, so a strict content security policy allows it. It has the language and the
 * direction of the widget. If the browser does not let a script into the frame, as in a sandboxed page, `refused` appears
 * below the pressed button, and `cannot-print` is reported.
 */
export function printCopy(button: EventTarget | null, copy: OwnCopy, refused: string): void {
  const root = (button as HTMLElement).getRootNode() as ShadowRoot;
  dropPrinted(root);
  const frame = document.createElement('iframe');
  frame.title = copy.title;
  // In the section: what is beside it, session recorders would see.
  root.querySelector('section')!.append(frame);
  try {
    print(frame, root, copy);
  } catch (error) {
    frame.remove();
    const note = Object.assign(document.createElement('p'), { id: 'unprinted', className: 'notice', textContent: refused });
    note.setAttribute('role', 'alert');
    (button as HTMLElement).parentElement!.after(note);
    report(root.host as HTMLElement, 'cannot-print', String(error));
  }
}

function print(frame: HTMLIFrameElement, root: ShadowRoot, { title, lines, ruled }: OwnCopy): void {
  const page = frame.contentWindow as Window & typeof globalThis;
  const { document: sheet } = page;
  const styles = new page.CSSStyleSheet();
  styles.replaceSync(sheetStyles);
  sheet.adoptedStyleSheets = [styles];
  sheet.title = title;
  const screen = root.querySelector('section')!;
  Object.assign(sheet.documentElement, { lang: langAround(screen), dir: getComputedStyle(screen).direction });
  const add = (tag: string, text = '', lang = ''): void => {
    const element = sheet.createElement(tag);
    element.textContent = text;
    if (lang) element.lang = lang;
    sheet.body.append(element);
  };
  add('h1', title);
  for (const { label, text, lang, textLang = lang } of lines) {
    if (label) add('h2', label, lang);
    if (text) add('p', text, textLang);
    if (ruled) {
      add('hr');
      add('hr');
    }
  }
  page.addEventListener('afterprint', () => frame.remove());
  page.print();
}

/** Removes the frame for printing and the message about it. They must not exist longer than the answers. */
export const dropPrinted = (root: ParentNode | undefined): void => root?.querySelector('iframe,#unprinted')?.remove();

export const copyText = ({ title, lines }: OwnCopy): string =>
  [title, ...lines.map(({ label, text }) => [label, text].filter(Boolean).join('\n'))].join('\n\n') + '\n';

/** Downloads the lines as a text file. */
export const saveCopy = (copy: OwnCopy): void => saveFile(`${copy.title}.txt`, copyText(copy));

export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
