// What the WordPress plugin knows about each widget, from custom-elements.json: `data/widgets.json` and the block.json files.

/** Not for a page that every visitor sees: what one person answered, who they are, and what scripts set. */
const LEFT_OUT = [
  'value', 'name', 'disabled', 'readonly', 'subject', 'encounter', 'author', 'earlier', 'last-questions', 'responses', 'milestones', 'options',
  'id', 'badge-id', 'date', 'note', 'shared', 'put-away', 'share-text',
  // For a page with a script of its own, or with one visitor. A page of this site has neither.
  'defer-hydration', 'autosave', 'draft-key', 'draft-days', 'storage-key', 'unmasked',
];

/** It lists what an outbox of the page has, and the plugin has none. */
const LEFT_OUT_WIDGETS = ['attune-unsent'];

/** A reflection is its clinician's own: this site never gets it. */
const FIXED = { 'attune-reflection': { unsent: true } };

const LABELS = {
  lang: 'Language',
  who: 'Who will see the answers',
  when: 'When they will see them',
  kept: 'Where the answers are kept',
  layout: 'Layout',
  required: 'Every question needs an answer',
  'heading-level': 'Level of the heading',
  result: 'Shown after sending',
  privacy: 'Device',
  review: 'Show the answers before sending',
  'quick-hide': 'Button that hides the widget',
  'idle-minutes': 'Minutes until a shared device is cleared',
  translations: 'Draft translations',
  card: 'Surface of its own',
  density: 'Density',
};

const SLOTS = {
  intro: 'Introduction',
  'who-sees': 'Who will see the answers, in your own words',
  crisis: 'Your local help for someone in danger',
  'crisis-more': 'More about your local help',
  concern: 'People to talk to, other than the therapist',
  thanks: 'Thanks, after sending',
  title: 'Title',
  before: 'Before the text',
  after: 'After the text',
};

const TITLES = { 'attune-check-in': 'Check-in', 'attune-why-trust': 'Why trust matters', 'attune-questionnaire': 'Any questionnaire' };

/** The instrument of each widget that has one. The pulse is a trust-12 with another length. */
const INSTRUMENTS = {
  'attune-benefits-check': 'benefits-check',
  'attune-boundary-card': 'boundary-clarity',
  'attune-check-in': 'progress-check-in',
  'attune-empathy-checklist': 'empathy-checklist',
  'attune-environment-check': 'environment-check',
  'attune-mistrust-observation': 'mistrust-observation',
  'attune-openness-check': 'openness-check',
  'attune-rapport-check': 'rapport-check',
  'attune-reflection': 'countertransference-reflection',
  'attune-trust-questionnaire': 'trust-12',
};

const sentence = name => `${name[0].toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;

const typeOf = text => {
  const parts = text.split('|').map(part => part.trim()).filter(part => part !== 'undefined');
  if (parts.every(part => /^('.*'|\d+)$/.test(part))) return { type: 'string', values: parts.map(part => part.replaceAll("'", '')) };
  return { type: ['boolean', 'number'].includes(parts[0]) ? parts[0] : 'string' };
};

const plain = text => (text ?? '').replaceAll('`', '').replace(/\s+/g, ' ').trim();

const attributesOf = ({ tagName, attributes = [] }) => {
  const offered = attributes.filter(({ name }) => !LEFT_OUT.includes(name));
  return Object.fromEntries(
    offered.map(({ name, type, description }) => {
      const fixed = FIXED[tagName]?.[name];
      const about = { ...typeOf(type.text), label: LABELS[name] ?? sentence(name), help: plain(description) };
      return [name, fixed === undefined ? about : { ...about, default: fixed, fixed: true }];
    }),
  );
};

const slotsOf = ({ slots = [] }) =>
  Object.fromEntries(
    slots.filter(({ name }) => name).map(({ name, description }) => [name, { label: SLOTS[name] ?? sentence(name), help: plain(description) }]),
  );

/** The widgets by tag. */
export const widgetsOf = manifest => {
  const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName && !LEFT_OUT_WIDGETS.includes(tagName));
  const widgets = elements.map(element => {
    const { tagName, summary, events = [] } = element;
    const sends = events.some(({ name }) => name === 'attune-submit' || name === 'attune-session-submit');
    return [
      tagName,
      {
        title: TITLES[tagName] ?? sentence(tagName.slice('attune-'.length)),
        summary: plain(summary),
        attributes: attributesOf(element),
        slots: slotsOf(element),
        sends,
        contains: tagName === 'attune-session',
        instrument: INSTRUMENTS[tagName],
      },
    ];
  });
  return Object.fromEntries(widgets);
};

export const camelCase = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The block.json of a widget. Every attribute is optional; without a value the widget has its own default. */
export const blockOf = (tag, { title, summary, attributes }, version) => ({
  $schema: 'https://schemas.wp.org/trunk/block.json',
  apiVersion: 3,
  name: `attune/${tag.slice('attune-'.length)}`,
  title,
  category: 'attune',
  icon: 'feedback',
  description: summary,
  keywords: ['attune', 'questionnaire', 'therapy'],
  version,
  textdomain: 'attune',
  attributes: {
    ...Object.fromEntries(
      Object.entries(attributes)
        .filter(([, { fixed }]) => !fixed)
        .map(([name, { type }]) => [camelCase(name), { type }]),
    ),
    slots: { type: 'object', default: {} },
  },
  supports: { html: false, customClassName: false, className: false },
  editorScript: 'attune-editor',
  editorStyle: 'attune-editor',
});
