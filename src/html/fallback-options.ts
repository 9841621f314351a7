import type { Answer } from '../core/record/response.ts';
import type { Strings } from '../ui/text/catalogue.ts';
import type { Entries } from './entries.ts';
import type { FormProblem } from './form-problem.ts';
import type { WordKey } from './words.ts';

export interface FallbackOptions {
  /** The id of the record: unique for each form that is rendered, such as a UUID. If the form is sent twice, its records have the same. */
  id: string;
  /** Where the form is sent. Without it there is no form element, because forms must not be nested: the fields are for a form of the host. */
  action?: string;
  /** A GET form would put the answers into an address. */
  method?: 'post';
  /** The beginning of the name of each entry. The default is the id of the instrument. */
  name?: string;
  /** The language of the interface, as a BCP 47 tag. The default is that of the wording. Import `attune-elements/locales/<tag>` for its messages. */
  locale?: string;
  /** The level of the title's heading, 1 to 6. The default is 2. */
  headingLevel?: number;
  /** Every item must be answered or left out. */
  required?: boolean;
  /** Who will see the answers, when, and where they are stored, as in the widget. */
  who?: string;
  when?: string;
  kept?: string;
  /** Whom to call in danger, in place of a plain default. `false`: the page shows its own notice. */
  crisis?: string | false;
  /** People that a person can talk to, other than their therapist, in place of a plain default. */
  concern?: string | false;
  /** The introduction, in place of that of the instrument. */
  intro?: string;
  /** Text of the host below the heading of a group, by the id of the group. */
  notes?: Readonly<Record<string, string>>;
  /** The words on the send button. */
  send?: string;
  /** Interface words of the host, as in the widget. */
  strings?: Strings<WordKey>;
  /** Entries that the form also sends, such as a token against forgery. Only with `action`. */
  fields?: Readonly<Record<string, string>>;
  /** Answers to hidden items, from the host. */
  given?: readonly Answer[];
  /** Answers of a record to begin with. */
  answers?: readonly Answer[];
  /** What the person has sent, to show it again with the problems. It takes the place of `answers`. */
  entries?: Entries;
  /** What `readForm` has found in `entries`. */
  problems?: readonly FormProblem[];
  /** What `readForm` has found in `entries` and left out of the record. The form says so at each of them. */
  notAsked?: readonly Answer[];
  /** When the person began, in ISO 8601 with an offset. Without it, the record says that they began when the form arrived. */
  startedAt?: string;
  /** The time zone of dates with a time. The default is UTC. */
  timeZone?: string;
  /** `shared`: the browser restores no answer when the next person goes back or loads the page again. Without `action`, that form says `autocomplete="off"`. */
  privacy?: 'personal' | 'shared';
  /** Session recorders may record the form. Without it, the form has the marks that make them leave it out, as the widgets have. */
  unmasked?: boolean;
  /** Blank repetitions for what a person may add. The default is 2. */
  extraRows?: number;
}
