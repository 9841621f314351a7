// What editors read, made from custom-elements.json: `web-types.json` for JetBrains, `vscode.html-custom-data.json` for VS Code.

const declarationsOf = manifest =>
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));

/** The words of a type such as `'a' | 'b' | undefined`, or none if it is another type. */
const wordsOf = type => {
  const parts = (type?.text ?? '').split('|').map(part => part.trim()).filter(part => part && part !== 'undefined');
  return parts.length && parts.every(part => /^'[^']*'$/.test(part)) ? parts.map(part => part.slice(1, -1)) : [];
};

const isFlag = type => /^boolean\b/.test(type?.text ?? '');

const listed = (title, things = []) =>
  things.length ? `\n\n**${title}**\n\n${things.map(({ name, description = '' }) => `- \`${name || 'default'}\`: ${description.replaceAll('\n', ' ')}`).join('\n')}` : '';

const aboutOf = ({ summary, description, events, slots }) => `${summary || description}${listed('Events', events)}${listed('Slots', slots)}`;

/** Custom data for HTML of VS Code, format 1.1. */
export const vscodeData = manifest => ({
  version: 1.1,
  tags: declarationsOf(manifest).map(declaration => ({
    name: declaration.tagName,
    description: { kind: 'markdown', value: aboutOf(declaration) },
    attributes: (declaration.attributes ?? []).map(({ name, description = '', type }) => ({
      name,
      description: { kind: 'markdown', value: description },
      ...(isFlag(type) && { valueSet: 'v' }),
      ...(wordsOf(type).length && { values: wordsOf(type).map(word => ({ name: word })) }),
    })),
  })),
});

const named = (things = []) => things.map(({ name = '', description = '' }) => ({ name, description }));

/** Web types of JetBrains. */
export const webTypes = (manifest, { name, version }) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: declarationsOf(manifest).map(({ tagName, summary = '', attributes = [], members = [], events = [], slots, cssParts, cssProperties }) => ({
        name: tagName,
        description: summary,
        attributes: attributes.map(({ name, description = '', default: byDefault, type }) => ({
          name,
          description,
          ...(byDefault && { default: byDefault }),
          value: { type: isFlag(type) ? 'boolean' : (type?.text ?? 'string'), ...(isFlag(type) && { kind: 'no-value' }) },
        })),
        slots: named(slots),
        js: {
          properties: members
            .filter(({ kind }) => kind === 'field')
            .map(({ name, description = '', type, readonly }) => ({ name, description, type: type?.text ?? 'string', ...(readonly && { 'read-only': true }) })),
          events: named(events),
        },
        css: { parts: named(cssParts), properties: named(cssProperties) },
      })),
    },
  },
});
