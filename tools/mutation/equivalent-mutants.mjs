/**
 * Mutants that no test can find, because the code does the same with them. Each was reviewed. By file, then by the text of the line
 * where the mutant begins: its text before and after, as a run prints them, and the reason.
 * @type {Record<string, Record<string, [from: string, to: string, why: string][]>>}
 */
const BY_LINE = {
  'answering/calculator.ts': {
    'answer.state === \'answered\' && JSON.stringify(answer.values) === JSON.stringify(values);': [['answer.state === \'answered\'', 'true', 'what was left out has no values, and no result is equal to that']],
    'return used ? view.answersFor(used, indexed, at) : [];': [['[]', '["Stryker was here"]', 'a text is no answer, so it has no values']],
    'const { answer: before, rejected, source, ...rest } = instances.get(key) ?? { key, item, at: freeze([...at]), children: [] };': [
      ['{ key, item, at: freeze([...at]), children: [] }', '{}', 'the sheet completes every instance that is asked, and only what is asked is calculated'],
      ['[]', '["Stryker was here"]', 'the sheet sets the children of every instance that is asked'],
    ],
    'if (!result) return false;': [['false', 'true', 'what uses the value is marked already: something else of the item has changed, or every step is taken']],
  },
  'answering/dependency-graph.ts': {
    'item: { id: \'\', type: \'display\', text: title, ...(constraints && { constraints }) },': [['\'display\'', '""', 'nothing asks for the type of the form itself']],
    'hidden: false,': [['false', 'true', 'nothing asks whether the form itself is hidden']],
    ': { references: [], expressions: what === \'constraints\' ? item.constraints! : partsOfDynamic(item.dynamic!) };': [['[]', '["Stryker was here"]', 'a text names no item']],
    'const step: Step = { what, indexed, expressions, isWide: expressions.size > 0, isLate, next: new Set(), order: 0 };': [
      ['expressions.size > 0', 'expressions.size >= 0', 'places that are evaluated without need give the same result: it saves time'],
      ['expressions.size > 0', 'true', 'places that are evaluated without need give the same result: it saves time'],
    ],
    'for (const other of ofItem.get(id)!) if (other.what === \'calculate\') other.next.add(step);': [['other.what === \'calculate\'', 'true', 'conditions have these next steps already, and nothing follows from a rule']],
    'const { ordered, circular } = inOrder(steps.filter((step) => !isEnd(step)));': [['steps.filter((step) => !isEnd(step))', 'steps', 'rules and changing items get their place again after all others']],
  },
  'answering/derivation.ts': {
    'for (const step of graph.late) if (step.order > order) mark(step, []);': [
      ['step.order > order', 'true', 'every answer marks these steps again'],
      ['step.order > order', 'step.order >= order', 'every answer marks these steps again'],
    ],
    'if (!isSettled) return;': [['!isSettled', 'false', 'the first time every step is taken: it saves time']],
    'if (isNew && item.repeats) return markInside(item, at);': [['isNew && item.repeats', 'isNew || item.repeats', 'what is new and does not repeat is not asked yet, and what is inside a repeating question includes itself']],
    'if (isSettled) markUsers(next, indexed, at, order);': [['isSettled', 'true', 'the first time every step is taken: it saves time']],
    'for (; earliest < graph.steps.length; earliest++) {': [['earliest < graph.steps.length', 'earliest <= graph.steps.length', 'no step has the last number, so nothing is pending there']],
  },
  'answering/dynamic-items.ts': {
    'const own = new Set(choices ? choicesOf(item).map(({ code }) => code) : []);': [['[]', '["Stryker was here"]', 'it is read only where choices follow from answers']],
    'if (before && before.result === result && before.from.answer === answer && before.from.rejected === rejected) return before;': [
      ['before && before.result === result && before.from.answer === answer && before.from.rejected === rejected', 'false', 'the same content gives the same objects again: it saves time'],
    ],
    'const given = answer?.state === \'answered\' ? answer.values : (rejected?.given ?? []).filter((one) => !isOwnWords(one) || rejected!.problem.code !== \'one-of-its-choices\');': [
      ['[]', '["Stryker was here"]', 'no choice has this code'],
    ],
    'const hasLimits = min !== undefined || max !== undefined;': [['min !== undefined || max !== undefined', 'true', 'a copy without limits is the same item: it saves memory']],
  },
  'answering/full-structure.ts': {
    'isFull: true,': [['true', 'false', 'only the compiler looks at it']],
  },
  'answering/initial-values.ts': {
    'let forAdded: readonly Prefill[] = [];': [['[]', '["Stryker was here"]', 'a text names no item']],
    'for (const { item: id, at = [], values } of forAdded) {': [['[]', '["Stryker was here"]', 'an item that repeats always has a place']],
    'if (!indexed || !isQuestion(indexed.item) || indexed.item === item || !indexed.groups.includes(item)) continue;': [['indexed.item === item', 'false', 'an item is not among the groups around itself']],
    'const { source: _, ...rest } = instances.get(key) ?? { key, item, at: Object.freeze([...at]), children: Object.freeze([]) };': [['[]', '["Stryker was here"]', 'the sheet sets the children of every instance that is asked']],
  },
  'answering/places.ts': {
    'export const placeIn = (groups: readonly Item[], at: At): At => (at.length > groups.length ? at.slice(0, groups.length) : at);': [
      ['at.length > groups.length', 'at.length >= groups.length', 'a copy of the place is the same place: it saves time'],
      ['at.length > groups.length', 'true', 'a copy of the place is the same place: it saves time'],
    ],
    'while (depth < a.length && a[depth] === b[depth]) depth++;': [['depth < a.length', 'depth <= a.length', 'a place has no index beyond what repeats around it']],
  },
  'answering/rules.ts': {
    'const before = broken.get(key) ?? [];': [['[]', '["Stryker was here"]', 'a text is no rule: what is found replaces it']],
  },
  'answering/session.ts': {
    'const pages = structure.cutPages(state.instances, pageSizes, current?.pages ?? [], asked);': [['[]', '["Stryker was here"]', 'no page is equal to a text']],
    'sheet.prefill?.(isRestored ? [] : prefill, touched);': [['[]', '["Stryker was here"]', 'a text is for no item']],
    'let { prefill = [] } = options;': [['[]', '["Stryker was here"]', 'a text is for no item']],
  },
  'answering/sheet.ts': {
    'if (!isUnchanged) instances.set(key, instance);': [['!isUnchanged', 'true', 'the same instance is set again: it saves time']],
    'const load: Sheet[\'load\'] = (answers, problems = []) =>': [['[]', '["Stryker was here"]', 'nobody reads the list if the caller gives none']],
  },
  'answering/structure.ts': {
    'export const nested: NestedStructure = { createRepeats, createVisibility, readValues, cutPages, isNested: true, supports: isPlain };': [['true', 'false', 'only the compiler looks at it']],
  },
  'answering/visibility.ts': {
    'const ownAt = at.slice(0, groups.length);': [['at.slice(0, groups.length)', 'at', 'the condition is evaluated at each place inside, with the same result: it saves time']],
    'if (!results.has(conditional.key)) evaluate(conditional);': [['!results.has(conditional.key)', 'true', 'it is evaluated again with the same result: it saves time']],
    'stack.push(...dependenciesOf(when, next).filter((dependency) => !results.has(dependency.key)));': [['dependenciesOf(when, next).filter((dependency) => !results.has(dependency.key))', 'dependenciesOf(when, next)', 'they are evaluated again with the same result: it saves time']],
    'return indexed && isInScope(indexed, owner.indexed) ? conditionsOf(indexed, owner.at) : [];': [['indexed && isInScope(indexed, owner.indexed)', 'true', 'what is out of scope is evaluated for nothing, and nothing has no conditions: it saves time']],
  },
  'change/perspective-gap.ts': {
    'const perspectives: string[] = [];': [['[]', '["Stryker was here"]', 'no perspective has this name']],
  },
  'change/published-change.ts': {
    'const isBetter = change > 0 === higherIsBetter;': [['change > 0', 'change >= 0', 'no change is neither better nor worse']],
  },
  'change/series.ts': {
    'definitions: readonly JoinedLanguages[] = [],': [['[]', '["Stryker was here"]', 'a text has no id and no version, so it is the definition of no form']],
    'const [only, second] = sources.get(name) ?? [];': [['[]', '["Stryker was here"]', 'all records of the form get it, and no language tag is this text']],
    'if (!language) return form;': [['!language', 'false', 'a form without a language has no definition, so nothing is joined with it']],
    'const tagOf = (language: string): string => language.toLowerCase();': [['language.toLowerCase()', 'language.toUpperCase()', 'tags are only compared with each other, so either case does']],
    'JSON.stringify([id, version, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)), tagOf(language ?? \'\')]);': [
      ['a < b', 'a <= b', 'the keys of one object differ from each other'],
      ['a < b', 'a >= b', 'any fixed order gives equal forms equal keys'],
      ['\'\'', '"Stryker was here!"', 'no language tag is this text'],
    ],
  },
  'instrument/check-items.ts': {
    'for (const id of circleInWords ? dependencies.keys() : []) {': [['[]', '["Stryker was here"]', 'the list of members is used only for the words']],
    'dependencies.set(id, parent ? [parent.id] : []);': [['[]', '["Stryker was here"]', 'no item has this id, so it is in no circle']],
  },
  'instrument/check-options.ts': {
    'if (isVaried) must(names.indexOf(defaultValue.by) < index, `${path}.default.by`, \'earlier-option\');': [['isVaried', 'true', 'a text has no `by`, and nothing comes after what is not found']],
  },
  'instrument/definition-shape.ts': {
    'const type = isObject(value) ? textOf(value.type) : \'\';': [['\'\'', '"Stryker was here!"', 'neither is an item type']],
  },
  'instrument/field-reads.ts': {
    'if (problems.length >= limits.problems) break;': [
      ['problems.length >= limits.problems', 'false', 'the report has no more problems anyway: it saves time'],
      ['problems.length >= limits.problems', 'problems.length > limits.problems', 'the report has no more problems anyway: it saves time'],
    ],
  },
  'instrument/references.ts': {
    'return { references: [...items].map((item) => ({ item, path: \'.scale\', isOver: true })), expressions: [] };': [['true', 'false', 'the items of a scale are in no repetition, so they are in scope']],
  },
  'instrument/resolve-instrument.ts': {
    'return typeof value === \'string\' && value.length > limits.wordingText ? exceeds(path, limits.wordingText, \'characters\') : undefined;': [['typeof value === \'string\'', 'true', 'a number and a boolean have no length']],
  },
  'instrument/scale-score.ts': {
    'const [from, to] = factor < 0 ? [high, low] : [low, high];': [['factor < 0', 'factor <= 0', 'with a weight of 0 both ends of the range are 0']],
  },
  'instrument/wording.ts': {
    'return name === \'scales\' ? collect(value, ifPart) : undefined;': [['name === \'scales\'', 'true', 'no other field of a definition has objects with a text in them']],
    'if (!isObject(entry)) return [];': [['!isObject(entry)', 'false', 'a text has no id, no code and no value']],
    'const names = Object.keys(data).sort((a, b) => (a < b ? -1 : 1));': [['a < b', 'a <= b', 'the keys of one object differ from each other']],
  },
  'item-types/boolean.ts': {
    'export const booleanShape: ItemShape<BooleanItem> = { fields: {} };': [['{ fields: {} }', '{}', 'a missing list of fields is read like an empty one']],
  },
  'item-types/calculable.ts': {
    'const isQuantity = (value: Value): value is Quantity => typeof value === \'object\' && \'value\' in value;': [['typeof value === \'object\' && \'value\' in value', 'true', 'what is no quantity has neither `value` nor `unit`, so the result is undefined too']],
    'choice: { hasChoices: true, numberOf: (value, item, scales) => itemTypes.choice.options?.(item, scales).find(({ code }) => code === value)?.value },': [['itemTypes.choice.options?.(item, scales)', 'itemTypes.choice.options(item, scales)', '`options` of a choice is always there; only its type says that it may be missing']],
  },
  'item-types/choice.ts': {
    '(choices ?? (Object.hasOwn(scales, scale ?? \'\') ? scales[scale!]!.choices : [])).length,': [
      ['\'\'', '"Stryker was here!"', 'a choice without a list and a scale is refused by its check'],
      ['[]', '["Stryker was here"]', 'a choice of an unknown scale is refused by its check'],
    ],
  },
  'item-types/compare-values.ts': {
    'a === b || (typeof a === \'object\' && typeof b === \'object\' && answerKey(settledValue(a)) === answerKey(settledValue(b)));': [
      ['typeof a === \'object\' && typeof b === \'object\'', 'true', 'a plain value has another key than any other value'],
      ['typeof a === \'object\' && typeof b === \'object\'', 'typeof a === \'object\' || typeof b === \'object\'', 'a plain value has another key than any other value'],
      ['typeof a === \'object\'', 'true', 'a plain value has another key than any other value'],
      ['typeof b === \'object\'', 'true', 'a plain value has another key than any other value'],
    ],
  },
  'item-types/display.ts': {
    'export const displayShape: ItemShape<DisplayItem> = { fields: {} };': [['{ fields: {} }', '{}', 'a missing list of fields is read like an empty one']],
  },
  'item-types/file.ts': {
    'const [name = \'\'] = type.toLowerCase().split(\';\');': [['\'\'', '"Stryker was here!"', '`split` always gives a first part']],
  },
  'item-types/form-shapes.ts': {
    'if (item.scale || item.choices || !item.dynamic?.choices) choiceShape.check?.(item, check);': [
      ['choiceShape.check?.(item, check)', 'choiceShape.check(item, check)', '`check` is always there; only its type says that it may be missing'],
    ],
    'quantityShape.check?.(item, check);': [['quantityShape.check?.(item, check)', 'quantityShape.check(item, check)', '`check` is always there; only its type says that it may be missing']],
  },
  'plain-data/linear-pattern.ts': {
    'const isWord = (char: string): boolean => /^\\w$/.test(char);': [
      ['/^\\w$/', '/\\w$/', 'it is about one character'],
      ['/^\\w$/', '/^\\w/', 'it is about one character'],
    ],
    '/\\((?:\\?(?:<[^=!>]+>|<?[=!]|:|))?/,': [['/\\((?:\\?(?:<[^=!>]+>|<?[=!]|:|))?/', '/\\((?:\\?(?:<[^=!>]+>|<?[=!]|:|))/', 'a parenthesis is then a single sign, which is the same token']],
    'if (!/^[.\\\\[\\]{}]/.test(token)) return one({ takes: (char) => char === token });': [
      ['!/^[.\\\\[\\]{}]/.test(token)', 'false', 'a native pattern of one plain character matches that character: it saves time'],
      ['/^[.\\\\[\\]{}]/', '/[.\\\\[\\]{}]/', 'a token with one of these signs begins with one'],
    ],
    'let last = \'\';': [['\'\'', '"Stryker was here!"', 'no character is this text']],
    'let wasTaken = false;': [['false', 'true', 'it counts only for the end of an empty text, where no state leads on']],
    'return one({ takes: (char) => (char === last ? wasTaken : (wasTaken = native.test((last = char)))) });': [['char === last', 'false', 'the native pattern is asked again: it saves time']],
    '} catch {': [['{ return undefined; }', '{}', 'a function that ends returns undefined']],
    'if (!states.size) return false;': [['!states.size', 'false', 'without a state there is none at the end either: it saves time']],
  },
  'record/agenda.ts': {
    'const { text, tags, items = [] } = item;': [['[]', '["Stryker was here"]', 'a text has no tags']],
    'const firstItem = items.find((item) => item.tags?.agenda === \'first\')?.id ?? \'\';': [['\'\'', '"Stryker was here!"', 'neither is the id of an item']],
  },
  'record/submission.ts': {
    'const isUnheard = state === \'failed\' && current.isUnheard;': [['state === \'failed\'', 'true', 'only a failed submission has `isUnheard`']],
  },
  'answering/pages.ts': {
    'if (role === \'section\' && open && instances.slice(i).every(asksOneOptional)) open.push(...notes, instance);': [['role === \'section\'', 'true', 'a question is no group that asks one optional question: it saves time']],
  },
  'answering/entry-order.ts': {
    'const { page, pages, rejected, needed, blank, broken = [], warned = [] } = snapshot;': [['[]', '["Stryker was here"]', 'no page has an item with this key']],
    'if (to > page) return (!isSequence || to === page + 1) && !stopsBefore(instrument, snapshot, to, [...rejected, ...needed]).length;': [['to > page', 'to >= page', 'the same page was answered above']],
  },
  'answering/limits-from-answers.ts': {
    'const compared = value === undefined ? undefined : comparable(item, value);': [['value === undefined', 'false', 'nothing is no quantity, so it stays as it is']],
    'if (compared === undefined) return undefined;': [['compared === undefined', 'false', 'nothing has no order with a limit']],
    'if (min !== undefined && compareValues(compared, min)! < 0) return TOO_LOW;': [['min !== undefined', 'true', 'a value has no order with nothing']],
    'return max !== undefined && compareValues(compared, max)! > 0 ? TOO_HIGH : undefined;': [['max !== undefined', 'true', 'a value has no order with nothing']],
  },
};

/** @type {{file: string, line: string, from: string, to: string, why: string}[]} */
export const EQUIVALENT = Object.entries(BY_LINE).flatMap(([file, lines]) =>
  Object.entries(lines).flatMap(([line, mutants]) => mutants.map(([from, to, why]) => ({ file, line, from, to, why }))),
);
