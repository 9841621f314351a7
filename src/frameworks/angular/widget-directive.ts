/** The part of a widget that a directive uses. */
export type Widget = HTMLElement & Record<string, unknown> & { updateComplete?: Promise<unknown> };

/** What each directive is made of. The build adds what Angular's compiler declares. */
export class WidgetDirective {
  /** The element itself. */
  readonly element: Widget;
  readonly #given: Record<string, unknown> = {};

  constructor(element: Widget) {
    this.element = element;
  }

  /** Angular calls this when the listeners are attached and the inputs are given. What a server wrote waits for that. */
  ngOnInit(): void {
    if (typeof document === 'undefined') this.element.setAttribute('defer-hydration', '');
    else this.element.removeAttribute('defer-hydration');
  }

  /** What the page gave for an input. */
  given(name: string): unknown {
    return this.#given[name];
  }

  /** A text, a number or a flag is an attribute, so that a server writes it. Anything else is a property. */
  give(name: string, attribute: string | undefined, value: unknown): void {
    this.#given[name] = value;
    if (attribute === undefined) this.element[name] = value;
    else if (value === undefined || value === null || value === false) this.element.removeAttribute(attribute);
    else this.element.setAttribute(attribute, value === true ? '' : String(value));
  }
}

/** Adds the inputs: `attributes` has the attribute of each that is no object, `properties` are those that can be one. */
export const addInputs = (
  { prototype }: { prototype: WidgetDirective },
  attributes: Readonly<Record<string, string>>,
  properties: readonly string[],
): void => {
  for (const name of [...Object.keys(attributes), ...properties]) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: WidgetDirective) {
        return this.given(name);
      },
      set(this: WidgetDirective, value: unknown) {
        this.give(name, attributes[name], value);
      },
    });
  }
};
