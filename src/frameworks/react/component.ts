import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useInsertionEffect,
  useLayoutEffect,
  useRef,
  version,
  type ForwardRefExoticComponent,
} from 'react';
import { type Plan, type Props, useWidget } from '../use-widget.ts';

// React 18 writes the text "false" for a flag of a custom element. React 19 would set a property to the empty text.
const knowsFlags = Number.parseInt(version) >= 19;

const react = {
  useRef,
  useImperativeHandle,
  // React resets a form ahead of the layout effects of the same commit.
  useEarlyEffect: useInsertionEffect,
  // React 18 warns of a layout effect on a server.
  useLayoutEffect: typeof document === 'undefined' ? useEffect : useLayoutEffect,
  flag: (value: unknown): unknown => (knowsFlags || typeof value !== 'boolean' ? value : value ? '' : undefined),
};

/** A React component for an element. The build makes one for each. */
export const component = <P>(tag: string, attributes: Plan['attributes'], events: Plan['events']): ForwardRefExoticComponent<P> => {
  const plan = { attributes, events };
  const Component = forwardRef<Element, Props>((props, ref) => createElement(tag, useWidget(react, plan, props, ref)));
  Component.displayName = tag;
  return Component as unknown as ForwardRefExoticComponent<P>;
};
