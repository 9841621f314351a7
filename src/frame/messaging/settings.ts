import { isLocale } from '../../core/plain-data/locale.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { errorOf, type OutcomeIssue } from './outcome.ts';

/** What a host can set. The names and meanings are those of `<attune-questionnaire>`, and of its slots for texts. */
export interface Settings {
  /** The language of the page, as a BCP 47 tag. Without it, that of the form. */
  language?: string;
  /** Whether the answers can only be read. Without it, those of a response that is completed. */
  readonly?: boolean;
  required?: boolean;
  review?: boolean;
  quickHide?: boolean;
  layout?: string;
  privacy?: string;
  idleMinutes?: number;
  headingLevel?: number;
  who?: string;
  when?: string;
  kept?: string;
  /** Local help for someone in danger. */
  crisis?: string;
  /** People that a person can talk to, other than their therapist. */
  concern?: string;
  /** Shown after the form was sent. */
  thanks?: string;
  /** Design tokens by name: `{"--attune-accent": "#4a5fc1"}`. */
  theme?: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<Exclude<keyof Settings, 'theme'>, 'string' | 'boolean' | 'number'>> = {
  language: 'string',
  readonly: 'boolean',
  required: 'boolean',
  review: 'boolean',
  quickHide: 'boolean',
  layout: 'string',
  privacy: 'string',
  idleMinutes: 'number',
  headingLevel: 'number',
  who: 'string',
  when: 'string',
  kept: 'string',
  crisis: 'string',
  concern: 'string',
  thanks: 'string',
};

const isTheme = (value: unknown): boolean =>
  isObject(value) && Object.entries(value).every(([name, token]) => /^--attune-[a-z-]{1,50}$/.test(name) && typeof token === 'string' && token.length <= 200);

/** The settings in an `sdc.configure` message, and what the host should know about it. With an error, nothing of it is used. */
export function readSettings(payload: Readonly<Record<string, unknown>>): { settings: Settings; issues: OutcomeIssue[] } {
  const issues: OutcomeIssue[] = [];
  const note = (diagnostics: string): void => void issues.push({ severity: 'information', code: 'not-supported', diagnostics });
  for (const server of ['terminologyServer', 'dataServer']) {
    if (payload[server] !== undefined && typeof payload[server] !== 'string') issues.push(errorOf('invalid', `${server} must be a string`));
    else if (payload[server]) note(`${server} is not used, because this page makes no request`);
  }
  const { configuration = {} } = payload;
  if (!isObject(configuration)) return { settings: {}, issues: [...issues, errorOf('invalid', 'configuration must be an object')] };
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(configuration)) {
    const type = Object.hasOwn(TYPES, name) ? TYPES[name as keyof typeof TYPES] : undefined;
    if (name === 'theme' && isTheme(value)) settings.theme = value;
    else if (name === 'theme') issues.push(errorOf('invalid', 'configuration.theme must have texts by the names of design tokens'));
    // Other renderers may have settings of their own in the same object.
    else if (!type) note(`configuration.${name.slice(0, 100)} is not known here`);
    else if (typeof value !== type) issues.push(errorOf('invalid', `configuration.${name} must be a ${type}`));
    else if (name === 'language' && !isLocale(value as string)) issues.push(errorOf('invalid', 'configuration.language must be a BCP 47 language tag'));
    else settings[name] = value;
  }
  return { settings: settings as Settings, issues };
}
