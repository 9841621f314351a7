// The instruments as the WordPress plugin reads them: their definitions as JSON, in every language.

/**
 * What PHP knows. The build stops at an instrument with more, and the plugin refuses one of a clinic's own, because its records would
 * be refused or not fully checked.
 */
const ITEM_TYPES = ['choice', 'rating', 'text', 'date', 'group', 'display'];
const ITEM_FIELDS = [
  'id', 'type', 'text', 'help', 'short', 'scale', 'choices', 'multiple', 'reverse', 'min', 'max', 'minText', 'maxText', 'maxLength', 'line',
  'items', 'only', 'when', 'repeats', 'hidden', 'optional', 'na', 'tags',
];
const CONDITIONS = ['=', '!=', 'exists'];

const isKnown = condition => {
  const parts = condition.all ?? condition.any;
  if (parts) return parts.every(isKnown);
  return !!condition.item && !condition.over && (!!condition.is || CONDITIONS.includes(condition.op));
};

const checkItem = (id, item) => {
  const refuse = what => {
    throw new Error(`${id}: the WordPress plugin does not know ${what} of ${item.id}`);
  };
  if (!ITEM_TYPES.includes(item.type)) refuse(`the type ${item.type}`);
  for (const field of Object.keys(item)) if (!ITEM_FIELDS.includes(field)) refuse(`the field ${field}`);
  if (item.when && !isKnown(item.when)) refuse('the condition');
  for (const child of item.items ?? []) checkItem(id, child);
};

/** Scores are not computed in PHP, and a widget brings its own words. */
const forPhp = ({ schema, id, version, language, title, audience, options, scales, absent, items, translation }) => ({
  schema, id, version, language, title, audience, options, scales, absent, items, translation,
});

/**
 * `data/<id>.json` and `data/<id>.<language>.json`, the list of them, and what PHP knows, from the exports of the built package and the
 * translations by language and id.
 */
export const definitionFiles = ({ listInstruments, withOverlay, directionOf }, translations) => {
  const files = {};
  const list = {};
  for (const definition of listInstruments()) {
    const { id, version } = definition;
    for (const item of definition.items) checkItem(id, item);
    files[`data/${id}.json`] = forPhp(definition);
    list[id] = { languages: {} };
    for (const [language, ofLanguage] of Object.entries(translations)) {
      const translation = ofLanguage[id];
      if (translation?.version !== version) continue;
      const { revision, standing, texts } = translation;
      const head = { language, direction: directionOf(language), translation: { language, revision, standing } };
      files[`data/${id}.${language}.json`] = forPhp(withOverlay(definition, { head, texts }));
      list[id].languages[language] = { revision, standing };
    }
  }
  return { ...files, 'data/instruments.json': list, 'data/known.json': { types: ITEM_TYPES, fields: ITEM_FIELDS, conditions: CONDITIONS } };
};
