// Generates src/schema/*.json from the types in src/core:   node tools/schema.mjs
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const generate = (file, type) =>
  createGenerator({
    path: join(root, 'src/core', file),
    type,
    tsconfig: join(root, 'tsconfig.pure.json'),
    skipTypeCheck: true,
  }).createSchema(type);

const record = each => ({ type: 'object', additionalProperties: each });
const strings = { type: 'array', items: { type: 'string' } };

/** Only these properties may depend on an option: the texts that a person reads, and the audience. */
const WORDING = new Set(
  'title intro stem note text prefix short help entryFormat message unit add minText maxText unknown counts list start oneSided tooFew provenance copyright licenceHolder licenceUrl method source url audience'.split(
    ' ',
  ),
);
const WORDINGS = new Set(['words', 'tags', 'absent']);

const varied = (schema, description) => ({
  description,
  anyOf: [
    schema,
    {
      type: 'object',
      properties: { by: { type: 'string' }, is: record(schema) },
      required: ['by', 'is'],
      additionalProperties: false,
    },
  ],
});

/** Lets a property depend on an option. A property with fixed values stays inline, all others refer to `Text`. */
const vary = ({ description, ...schema }) =>
  schema.enum ? varied(schema, description) : { $ref: '#/definitions/Text', ...(description && { description }) };

/** The generator cannot process the type `InstrumentDefinition`, so this repeats what that type does to `Instrument`. */
function definitionSchema() {
  const schema = generate('instrument/instrument.ts', 'Instrument');
  const { Instrument: instrument, ...parts } = schema.definitions;
  // These do not depend on an option: which translation was laid over the definition, its source, and values of answers.
  const settled = new Set(['QuestionnaireSource', 'Coding', 'Quantity', 'OwnWords', 'FileDescription', 'Media', 'Markup']);
  for (const name in parts) if (name.startsWith('Translat')) settled.add(name);
  const varying = [instrument, ...Object.entries(parts).flatMap(([name, part]) => (settled.has(name) ? [] : part))];
  for (const { properties = {} } of varying.flatMap(part => part.anyOf ?? part)) {
    for (const [name, property] of Object.entries(properties)) {
      const isWording = WORDING.has(name) && property.type === 'string' && (!property.enum || name === 'audience');
      if (isWording) properties[name] = vary(property);
      if (WORDINGS.has(name)) {
        for (const key in property.properties) property.properties[key] = vary(property.properties[key]);
        if (property.additionalProperties) property.additionalProperties = vary(property.additionalProperties);
      }
    }
    if (properties.id && properties.type) {
      properties.only = {
        ...record(strings),
        description: 'The item exists only if each of these options has one of these values.',
      };
    }
  }
  instrument.properties.options = record({
    anyOf: [
      {
        type: 'object',
        properties: {
          values: { ...strings, minItems: 1 },
          default: { $ref: '#/definitions/Text' },
          many: { type: 'boolean' },
        },
        required: ['values', 'default'],
        additionalProperties: false,
      },
      {
        type: 'object',
        properties: { default: { type: 'string' } },
        required: ['default'],
        additionalProperties: false,
      },
    ],
  });
  instrument.properties.sameAcrossLanguages = { type: 'array', items: { $ref: '#/definitions/SameAcrossLanguages' } };
  Object.assign(parts, generate('instrument/definition.ts', 'SameAcrossLanguages').definitions);
  instrument.required = instrument.required.filter(name => name !== 'options');
  instrument.description = 'An instrument with its options open.';
  const Text = varied({ type: 'string' }, 'A text, or one for each value of an option.');
  return {
    ...schema,
    $ref: '#/definitions/InstrumentDefinition',
    definitions: { InstrumentDefinition: instrument, Text, ...parts },
  };
}

/** The text of each schema by file name. */
export const generateSchemas = () =>
  Object.fromEntries(
    Object.entries({
      'instrument.json': definitionSchema(),
      'response.json': generate('record/response.ts', 'Response'),
      'score.json': generate('scoring/score.ts', 'Score'),
      'translation.json': generate('instrument/translation.ts', 'TranslationFile'),
    }).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(generateSchemas())) writeFileSync(join(root, 'src/schema', name), text);
}
