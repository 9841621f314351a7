import type { LitElement } from 'lit';
import type { ClassAttributes, HTMLAttributes } from 'react';

/** Each tag of this package and its element class. */
type Elements = {
  [T in keyof HTMLElementTagNameMap as T extends `attune-${string}` ? T : never]: HTMLElementTagNameMap[T];
};

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type IsReadonly<E, K extends keyof E> = Same<Pick<E, K>, Readonly<Pick<E, K>>>;

/** The properties that a page can set. */
type Properties<E> = {
  [K in Exclude<keyof E, keyof LitElement | 'form'> as E[K] extends (...given: never[]) => unknown
    ? never
    : IsReadonly<E, K> extends true
      ? never
      : K]?: E[K] | undefined;
};

type Dashed<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${Lowercase<First>}${Rest extends Uncapitalize<Rest> ? '' : '-'}${Dashed<Rest>}`
  : S;
type Written<V> = V extends number ? V | `${number}` : Extract<V, string | boolean | undefined>;

/** The same properties as attributes, which a server can render: `heading-level` for `headingLevel`. */
type Attributes<P> = {
  [K in keyof P & string as Dashed<K> extends K ? never : Dashed<K>]?: Written<P[K]>;
};

type Listeners = {
  [T in keyof GlobalEventHandlersEventMap as T extends `attune-${string}` ? `on${T}` : never]?:
    | ((event: GlobalEventHandlersEventMap[T]) => void)
    | undefined;
};

type Props<E> = Properties<E> &
  Attributes<Properties<E>> &
  Listeners &
  Omit<HTMLAttributes<E>, keyof Properties<E>> &
  ClassAttributes<E> & { class?: string | undefined; form?: string | undefined };

/**
 * The props of each tag in React: its properties, its attributes, its events as `onattune-...`, and the props of every
 * HTML element. This entry has only types: importing it runs no code and adds the tags to React's JSX.
 */
export type AttuneElements = { [T in keyof Elements]: Props<Elements[T]> };

// TypeScript drops an unused import from the declarations, and the tags with it. An export stays.
export type * from '../define/all.ts';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React declares JSX as a namespace
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it only extends the interface
    interface IntrinsicElements extends AttuneElements {}
  }
}
