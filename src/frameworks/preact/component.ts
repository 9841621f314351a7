import { createElement, type FunctionComponent } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { type Plan, type Props, useWidget } from '../use-widget.ts';

const preact = {
  useRef,
  useImperativeHandle,
  useEarlyEffect: useLayoutEffect,
  useLayoutEffect,
  flag: (value: unknown): unknown => value,
};

/** A Preact component for an element. The build makes one for each. */
export const component = <P>(tag: string, attributes: Plan['attributes'], events: Plan['events']): FunctionComponent<P> => {
  const plan = { attributes, events };
  const Component: FunctionComponent<Props> = (props) => createElement(tag, useWidget(preact, plan, props, props['ref']));
  Component.displayName = tag;
  return Component as unknown as FunctionComponent<P>;
};
