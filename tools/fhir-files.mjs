// The FHIR resources of our own instruments, which the build writes into dist/fhir.

/** The values of an option that are a form of their own. Several values: its default, and all of them. Any text: its default. */
const valuesOf = ({ values, many }) => (!values ? [undefined] : many ? [undefined, values.join(' ')] : values);

/** Every combination of options of a definition. */
const optionsOf = ({ options = {} }) =>
  Object.entries(options).reduce(
    (forms, [name, rule]) => forms.flatMap(form => valuesOf(rule).map(value => (value === undefined ? form : { ...form, [name]: value }))),
    [{}],
  );

const settled = ({ getInstrument }, id, options) => {
  const got = getInstrument(id, options);
  if (!got.ok) throw new Error(`${id}: ${JSON.stringify(got.problems)}`);
  return got.instrument;
};

/** Resources by file name: `fhir` has the exports of `attune-elements/fhir` and `attune-elements/instruments`. */
export const fhirFiles = (fhir, fhirVersion) => {
  const resources = [...fhir.extensionDefinitions(fhirVersion)];
  for (const definition of fhir.listInstruments()) {
    const usual = settled(fhir, definition.id, {});
    const forms = optionsOf(definition).map(options => settled(fhir, definition.id, options));
    for (const form of forms) {
      const isVariant = fhir.canonicalOf(form) !== fhir.canonicalOf(usual);
      resources.push(fhir.toQuestionnaire(form, { fhirVersion, derivedFrom: isVariant ? [usual] : [] }).resource);
    }
    const { codeSystems, valueSets } = fhir.terminologyOf(usual, { forms });
    resources.push(...codeSystems, ...valueSets);
  }
  return Object.fromEntries(resources.map(resource => [`${resource.resourceType}-${resource.id}.json`, resource]));
};
