export type Props = Record<string, unknown>;
type Widget = HTMLElement & Props;
interface Ref<T> {
  current: T;
}

/** The functions of React or Preact that a component uses. */
export interface Framework {
  useRef<T>(initial: T): Ref<T>;
  useImperativeHandle(ref: never, handle: () => unknown, inputs: readonly unknown[]): void;
  /** Runs before a form is reset in the same commit. */
  useEarlyEffect(effect: () => void): void;
  useLayoutEffect(effect: () => void | (() => void), inputs?: readonly unknown[]): void;
  /** The value of a flag, as this framework writes it on a custom element. */
  flag(value: unknown): unknown;
}

/** What a component knows of its element. */
export interface Plan {
  /** The attribute of each prop that the element reads, or '' if there is none. */
  attributes: Readonly<Record<string, string>>;
  /** The type of the event that each handler takes. */
  events: Readonly<Record<string, string>>;
}

/** Flags of every HTML element. */
const HTML_FLAGS = ['hidden', 'inert'];

const isText = (value: unknown): boolean => typeof value !== 'object' && typeof value !== 'function';

/** What the framework writes into the tag, and the objects that are set as properties. */
const sorted = ({ attributes, events }: Plan, flag: Framework['flag'], props: Props): Record<'written' | 'objects', Props> => {
  const written: Props = {};
  const objects: Props = {};
  for (const [name, value] of Object.entries(props)) {
    const attribute = attributes[name];
    if (name in events || name === 'keepOnReset' || name === 'ref') continue;
    else if (attribute === undefined) written[name === 'className' ? 'class' : name] = HTML_FLAGS.includes(name) ? flag(value) : value;
    else if (attribute && isText(value)) written[attribute] = flag(value);
    else objects[name] = value;
  }
  return { written, objects };
};

/**
 * Connects the props of a component with its element. Returns the props of the tag.
 *
 * React and Preact are not enough. They set no objects as properties when they hydrate (React 18 never does), and React attaches
 * no listeners of custom events when it hydrates (https://github.com/react/react/issues/35446). So the component does both, in a
 * layout effect. The element waits for it (`defer-hydration`): it shows and reports nothing before.
 */
export const useWidget = (framework: Framework, plan: Plan, props: Props, ref: unknown): Props => {
  const { useRef, useLayoutEffect } = framework;
  const element = useRef<Widget | null>(null);
  const latest = useRef(props);
  const set = useRef<Props>({});
  const isListening = useRef<Widget | null>(null);
  framework.useImperativeHandle(ref as never, () => element.current!, []);
  framework.useEarlyEffect(() => {
    latest.current = props;
  });
  const { written, objects } = sorted(plan, framework.flag, props);

  useLayoutEffect(() => {
    const widget = element.current!;
    for (const name of Object.keys({ ...set.current, ...objects })) {
      const isAttributeNow = !(name in objects) && props[name] !== undefined;
      if (!isAttributeNow && !Object.is(set.current[name], objects[name])) (widget as Props)[name] = objects[name];
    }
    set.current = objects;
    // The listeners stay as long as the element does: a part of the page that was hidden or removed gets the answer to what it sent.
    if (isListening.current !== widget) {
      for (const [name, type] of Object.entries(plan.events)) {
        widget.addEventListener(type, (event) => (latest.current[name] as ((event: Event) => void) | undefined)?.(event));
      }
      isListening.current = widget;
    }
    widget.removeAttribute('defer-hydration');
  });

  useLayoutEffect(() => {
    if (!('form' in plan.attributes)) return undefined;
    const keep = ({ target }: Event): void => {
      const widget = element.current!;
      // A form returns to the value that the host has set last.
      if (latest.current['keepOnReset'] && target === widget['form']) (widget as Props)['value'] = widget['value'];
    };
    document.addEventListener('reset', keep, true);
    return () => document.removeEventListener('reset', keep, true);
  }, []);

  return { ...written, 'defer-hydration': '', ref: element };
};
