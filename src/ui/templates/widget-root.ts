import { html, nothing, type TemplateResult } from '../lit/lit.ts';
import type { Messages } from '../text/messages.ts';

export interface WidgetRoot {
  /** Its CSS part. */
  part: string;
  /** The interface words; without them, the content has the language and the direction of the page. */
  t?: Pick<Messages, 'lang' | 'dir'>;
  /** The language of the content, if it is not that of the interface. */
  lang?: string | undefined;
  /** The direction of the content, if it is not that of its language. */
  dir?: string | undefined;
  class?: string;
  /** `group` for a widget that a page shows several times with the same title: such widgets must not be landmarks. */
  role?: 'group';
  /** A script can focus it. */
  focusable?: boolean;
  /** It has no heading, so it has no name. */
  nameless?: boolean;
}

/** The outermost element of every widget. It has the language and the direction. The heading names it. */
export function widgetRoot(root: WidgetRoot, content: unknown): TemplateResult {
  const { t, lang = t?.lang, dir = t?.dir(lang!) } = root;
  return html`<section
    part=${root.part}
    class=${root.class ?? nothing}
    role=${root.role ?? nothing}
    lang=${lang ?? nothing}
    dir=${dir ?? nothing}
    tabindex=${root.focusable ? -1 : nothing}
    aria-labelledby=${root.nameless ? nothing : 'title'}
  >
    ${content}
  </section>`;
}
