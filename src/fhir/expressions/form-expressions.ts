import fhirpath, { type Model } from 'fhirpath';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { indexItems, type ItemIndex } from '../../core/instrument/item-index.ts';
import type { Answer } from '../../core/record/response.ts';
import { writeQuestionnaire } from '../questionnaire.ts';
import { createCompiler, type Compile, type CompiledExpression, type Constants, type Focus } from './compile.ts';
import { Dependencies, type DependencyScope } from './dependencies.ts';
import { type ResponseTree, responseTrees } from './response-tree.ts';
import { questionnaireItems, type Scope, scopesOf, type Variable } from './scope.ts';
import { weightsIn } from './weights.ts';

type At = readonly number[];

/** An expression with what its constants are. */
export interface FormExpression {
  ok: true;
  /** The ids of the items whose answers it uses, or `all`. */
  dependsOn: readonly string[] | 'all';
  /**
   * Evaluates over a response. The results are values and nodes of `fhirpath`. Throws what is wrong. `more`: constants beside the
   * launch context.
   */
  evaluate(tree: ResponseTree, at: At, more?: Constants): readonly unknown[];
}

/** Resources and values that the host gives, by the name of the constant: `patient` for `%patient`. */
export type LaunchContext = Readonly<Record<string, unknown>>;

interface Given {
  questionnaire?: unknown;
  launchContext: LaunchContext;
  model: Model;
}

/** Names that every object has are no constants. */
const isReserved = (name: string): boolean => name in Object.prototype;

/** The expressions of one instrument. */
export class FormExpressions {
  readonly index: ItemIndex;
  readonly treeOf: (answers: readonly Answer[]) => ResponseTree;
  readonly #instrument: Instrument;
  readonly #given: Given;
  readonly #compile: Compile;
  readonly #scopeOf: (item: string | undefined) => Scope;
  #questionnaire: object | undefined;
  #elements: ReadonlyMap<string, object> | undefined;

  constructor(instrument: Instrument, given: Given) {
    this.index = indexItems(instrument);
    this.treeOf = responseTrees(instrument, this.index);
    this.#instrument = instrument;
    this.#given = given;
    this.#compile = createCompiler({ model: given.model, weightsOf: weightsIn(instrument) });
    this.#scopeOf = scopesOf(this.questionnaire, this.index);
  }

  /** The one that the host gave, or that of the instrument. */
  get questionnaire(): object {
    const { source } = this.#instrument;
    const given = this.#given.questionnaire as object | undefined;
    return (this.#questionnaire ??= given ?? writeQuestionnaire(this.#instrument, { fhirVersion: source?.fhirVersion ?? 'R4' }).resource);
  }

  /** Prepares an expression of an item, or of the Questionnaire itself. `usesOwn`: it can use the answer of its own item. */
  prepare(expression: string, owner: string | undefined, usesOwn = false): FormExpression | { ok: false; reason: string } {
    const scope = this.#scopeOf(owner);
    const compiled = this.#compile(expression, focusOf(owner));
    if (!compiled.ok) return compiled;
    const broken = this.#brokenVariable(compiled, scope);
    if (broken) return { ok: false, reason: broken };
    return {
      ok: true,
      dependsOn: new Dependencies(this.#dependencyScope(scope), usesOwn).of(compiled.tree),
      evaluate: (tree, at, more = {}) => this.#evaluate({ compiled, scope, tree, at, more, values: new Map() }),
    };
  }

  #compiledVariable({ expression, owner }: Variable) {
    return this.#compile(expression, focusOf(owner));
  }

  /** Why a variable in the expression, or in one of its variables, cannot be compiled. */
  #brokenVariable({ names }: CompiledExpression, scope: Scope): string | undefined {
    const pending = [{ names, scope }];
    const seen = new Set<Variable>();
    for (let one = pending.pop(); one; one = pending.pop()) {
      for (const name of one.names) {
        if (isReserved(name)) return `without the constant %${name}`;
        const variable = one.scope.find(name);
        if (!variable || seen.has(variable)) continue;
        seen.add(variable);
        const compiled = this.#compiledVariable(variable);
        if (!compiled.ok) return `with the variable %${name}, which must be ${compiled.reason}`;
        pending.push({ names: compiled.names, scope: variable.scope });
      }
    }
    return undefined;
  }

  #dependencyScope(scope: Scope): DependencyScope {
    return {
      index: this.index,
      owner: scope.owner,
      variable: (name) => {
        const variable = scope.find(name);
        const compiled = variable && this.#compiledVariable(variable);
        return compiled?.ok ? { key: variable!, tree: compiled.tree, scope: this.#dependencyScope(variable!.scope) } : undefined;
      },
    };
  }

  /** `values`: the variables that have been evaluated for this response. */
  #evaluate({ compiled, scope, tree, at, more, values }: Evaluation): readonly unknown[] {
    const constants = Object.create(null) as Constants;
    for (const name of compiled.names) {
      const variable = scope.find(name);
      if (!variable) this.#define(constants, name, { scope, tree, more });
      else {
        const inner = this.#compiledVariable(variable) as CompiledExpression;
        const value = values.get(variable) ?? this.#evaluate({ compiled: inner, scope: variable.scope, tree, at, more, values });
        values.set(variable, value);
        constants[name] = value;
      }
    }
    return compiled.evaluate(scope.owner === undefined ? tree.resource : tree.itemAt(scope.owner, at), constants);
  }

  #define(constants: Constants, name: string, { scope, tree, more }: Pick<Evaluation, 'scope' | 'tree' | 'more'>): void {
    const { launchContext } = this.#given;
    if (name === 'resource' || name === 'rootResource') constants[name] = tree.resource;
    else if (name === 'questionnaire') constants[name] = this.questionnaire;
    else if (name === 'qitem') {
      this.#elements ??= questionnaireItems(this.questionnaire);
      const element = scope.owner === undefined ? undefined : this.#elements.get(scope.owner);
      constants[name] = element ? typedItem(element, this.#given.model) : [];
    } else if (Object.hasOwn(more, name)) constants[name] = more[name];
    else if (Object.hasOwn(launchContext, name)) constants[name] = launchContext[name];
  }
}

interface Evaluation {
  compiled: CompiledExpression;
  scope: Scope;
  tree: ResponseTree;
  at: At;
  more: Constants;
  values: Map<Variable, readonly unknown[]>;
}

/** An item of a Questionnaire as a node of `fhirpath`, which knows the types in it. */
const typedItem = (element: object, model: Model): readonly unknown[] =>
  fhirpath.compile({ base: 'Questionnaire.item', expression: '$this' }, model, { resolveInternalTypes: false })(element);

const focusOf = (owner: string | undefined): Focus => (owner === undefined ? 'response' : 'item');
