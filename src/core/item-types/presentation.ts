/** A picture, a sound or a video. It has `data`, which is shown, or a `url`, which is a link: a widget requests nothing of others. */
export interface Media {
  /** The media type, such as `image/png`. */
  type: string;
  /** What it shows, in words. */
  title?: string;
  /** The content in Base64. */
  data?: string;
  url?: string;
}

/** The text of an item or a choice with markup. The text itself is what is shown where markup cannot be. */
export interface Markup {
  format: 'xhtml' | 'markdown';
  content: string;
}

/** How a text looks. */
export type TextStyle = 'bold' | 'italic' | 'underline' | 'strike-through';

/** What an item or a choice can have beside its text. */
export interface Presentation {
  markup?: Markup;
  style?: TextStyle[];
}
