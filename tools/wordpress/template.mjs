// The template for translators, `languages/attune.pot`: every text that PHP and the editor show.

const CALLS = /\b(__|_e|esc_html__|esc_html_e|esc_attr__|_n)\(\s*'((?:[^'\\]|\\.)*)'(?:,\s*'((?:[^'\\]|\\.)*)')?/g;
const COMMENT = /translators: (.*?)\s*(?:\*\/|$)/;

const quoted = text => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
const unescaped = text => text.replaceAll("\\'", "'").replaceAll('\\\\', '\\');

const textsIn = (path, source) =>
  source.split('\n').flatMap((line, i, lines) =>
    [...line.matchAll(CALLS)].map(([, call, first, second]) => ({
      place: `${path}:${i + 1}`,
      text: unescaped(first),
      plural: call === '_n' ? unescaped(second) : undefined,
      comment: COMMENT.exec(lines[i - 1] ?? '')?.[1],
    })),
  );

/** The template, from the sources by path and further texts, each with its `context`. */
export const template = (sources, further, version) => {
  const entries = new Map();
  const all = [...Object.entries(sources).flatMap(([path, source]) => textsIn(path, source)), ...further];
  for (const entry of all) {
    const key = `${entry.context ?? ''}\u0004${entry.text}`;
    const known = entries.get(key) ?? { ...entry, places: [] };
    known.places.push(entry.place);
    entries.set(key, known);
  }
  const head = [
    'msgid ""', 'msgstr ""', `"Project-Id-Version: Attune ${version}\\n"`, '"MIME-Version: 1.0\\n"', '"Content-Type: text/plain; charset=UTF-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"', '"X-Domain: attune\\n"',
  ];
  const blocks = [...entries.values()].map(({ places, text, plural, context, comment }) =>
    [
      ...(comment ? [`#. translators: ${comment}`] : []),
      ...places.map(place => `#: ${place}`),
      ...(context ? [`msgctxt ${quoted(context)}`] : []),
      `msgid ${quoted(text)}`,
      ...(plural === undefined ? ['msgstr ""'] : [`msgid_plural ${quoted(plural)}`, 'msgstr[0] ""', 'msgstr[1] ""']),
    ].join('\n'),
  );
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`;
};
