// Writes dist/frameworks/angular.js and .d.ts: a directive for each element. The declarations are those that Angular's compiler
// writes for a library ("compilationMode": "partial"); the compiler of the application completes them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { docComment } from './doc-comment.mjs';
import { camel, holdsObjects, isControl, ownAttributes, settable } from './settable.mjs';

/** The oldest version of Angular that reads what is written here. */
const VERSION = '20.0.0';

/** Native `input` and `change` reach a template by themselves. */
const outputsOf = ({ events }) => events.filter(({ type }) => type !== 'Event').map(event => ({ ...event, output: camel(event.name) }));
const inputsOf = element => [
  ...settable(element).map(property => ({ ...property, attribute: property.attribute ?? property.name })),
  ...ownAttributes(element),
];
const record = entries => JSON.stringify(Object.fromEntries(entries));

const moduleOf = element => {
  const { tag, className, definePath } = element;
  const control = isControl(element);
  const inputs = inputsOf(element);
  const outputs = outputsOf(element).map(({ output }) => output);
  const listeners = outputsOf(element).map(({ name, output }) => [name, `${output}.emit($event)`]);
  const base = control ? 'ControlDirective' : 'WidgetDirective';
  const provide = token => `{ provide: ${token}, useExisting: i0.forwardRef(() => ${className}), multi: true }`;
  const all = [...outputs, ...(control ? ['valueChange'] : [])];
  return `import * as i0 from '@angular/core';
${control ? "import { NG_VALIDATORS, NG_VALUE_ACCESSOR } from '@angular/forms';\n" : ''}import '../../${definePath}';
${control ? "import { ControlDirective } from './control-directive.js';\nimport { addInputs } from './widget-directive.js';" : "import { addInputs, WidgetDirective } from './widget-directive.js';"}

export class ${className} extends ${base} {
${all.map(output => `  ${output} = new i0.EventEmitter();\n`).join('')}
  constructor() {
    const element = i0.inject(i0.ElementRef).nativeElement;
${control ? '    const view = i0.inject(i0.ChangeDetectorRef);\n    super({ element, markForCheck: () => view.markForCheck() });' : '    super(element);'}
  }

  static ɵfac = i0.ɵɵngDeclareFactory({ minVersion: '12.0.0', version: '${VERSION}', ngImport: i0, type: ${className}, deps: [], target: i0.ɵɵFactoryTarget.Directive });
  static ɵdir = i0.ɵɵngDeclareDirective({ minVersion: '14.0.0', version: '${VERSION}', type: ${className}, isStandalone: true, selector: '${tag}', inputs: ${record(inputs.map(({ name }) => [name, name]))}, outputs: ${record(all.map(output => [output, output]))}, host: { listeners: ${record([...listeners, ...(control ? [['input', 'onInput()'], ['focusout', 'onTouched()']] : [])])} }${control ? `, providers: [${provide('NG_VALUE_ACCESSOR')}, ${provide('NG_VALIDATORS')}]` : ''}, ngImport: i0 });
}
addInputs(${className}, ${record(inputs.filter(input => !holdsObjects(input)).map(({ name, attribute }) => [name, attribute]))}, ${JSON.stringify(inputs.filter(holdsObjects).map(({ name }) => name))});
`;
};

/** Types from the class, under a name that no directive has. */
const qualified = text => text.replace(/\b(Attune\w+)(?=\[|\))/g, 'elements.$1');

/** A template writes a number and a flag also as a text. */
const written = type => (type === 'number' ? 'number | `${number}`' : type === 'boolean' ? "boolean | ''" : undefined);

const inputLines = inputs =>
  inputs.map(({ name, type, description }) => {
    const accepted = written(type);
    return `${docComment(description, '  ')}  ${name}: ${qualified(type).replace(/ \| undefined$/, '')} | undefined;\n${
      accepted ? `  static ngAcceptInputType_${name}: ${accepted} | undefined;\n` : ''
    }`;
  });

const declarationOf = element => {
  const { tag, className, summary } = element;
  const control = isControl(element);
  const inputs = inputsOf(element);
  const outputs = outputsOf(element);
  const value = `elements.${className}['value']`;
  const names = [...outputs.map(({ output }) => output), ...(control ? ['valueChange'] : [])];
  return `${docComment(`${summary || `\`<${tag}>\` in a template.`}\n\nIt registers \`<${tag}>\`.${control ? ' It is a value accessor: `formControlName`, `[formControl]` and `[(ngModel)]` hold the record, or `null`.' : ''}`)}export declare class ${className}${control ? ' implements ControlValueAccessor, Validator' : ''} {
  /** The element itself. */
  readonly element: elements.${className};
${inputLines(inputs).join('')}${outputs.map(({ output, type, description }) => `${docComment(description, '  ')}  readonly ${output}: EventEmitter<elements.${type}>;\n`).join('')}${
    control
      ? `  /** \`[(value)]\`: the record, from the first answer on; \`null\` while it is blank. */
  readonly valueChange: EventEmitter<${value}>;
  writeValue(value: ${value} | undefined): void;
  registerOnChange(listener: (value: ${value}) => void): void;
  registerOnTouched(listener: () => void): void;
  registerOnValidatorChange(listener: () => void): void;
  setDisabledState(isDisabled: boolean): void;
  /** \`required\`: an answer is missing. \`badInput\`: what the person wrote is no answer. */
  validate(): { required: true } | { badInput: string } | null;
`
      : ''
  }  static ɵfac: i0.ɵɵFactoryDeclaration<${className}, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<${className}, '${tag}', never, { ${inputs
    .map(({ name }) => `'${name}': { alias: '${name}'; required: false }`)
    .join('; ')} }, { ${names.map(name => `${name}: '${name}'`).join('; ')} }, never, never, true, never>;
}
`;
};

const HEAD = `import type * as i0 from '@angular/core';
import type { EventEmitter } from '@angular/core';
import type { ControlValueAccessor, Validator } from '@angular/forms';
import type * as elements from '../index.js';
// The tags in HTMLElementTagNameMap.
import '../define/all.js';
`;

/** Writes the directives, one module each, so that a bundler takes only those that an application uses. */
export const write = (elements, directory) => {
  mkdirSync(join(directory, 'angular'), { recursive: true });
  const fileOf = ({ definePath }) => `angular/${basename(definePath)}`;
  for (const element of elements) writeFileSync(join(directory, fileOf(element)), moduleOf(element));
  const all = elements.map(element => `export { ${element.className} } from './${fileOf(element)}';\n`);
  writeFileSync(join(directory, 'angular.js'), all.join(''));
  writeFileSync(join(directory, 'angular.d.ts'), [HEAD, ...elements.map(declarationOf)].join('\n'));
};
