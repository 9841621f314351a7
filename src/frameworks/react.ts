import type { LitElement } from 'lit';
import type { ClassAttributes, HTMLAttributes } from 'react';

/** Every tag of this package with its element. */
type Elements = {
  [T in keyof HTMLElementTagNameMap as T extends `attune-${string}` ? T : never]: HTMLElementTagNameMap[T];
};

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type IsReadonly<E, K extends keyof E> = Same<Pick<E, K>, Readonly<Pick<E, K>>>;

/** What a page may set. */
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

/** The same as attributes, which a server can write: `heading-level` beside `headingLevel`. */
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
 * What React takes for each tag: its properties, its attributes, its events as `onattune-...`, and what it takes for every
 * element. Types alone: importing this entry runs no code, and adds the tags to the JSX of React.
 */
export type AttuneElements = { [T in keyof Elements]: Props<Elements[T]> };

// An import that nothing uses is left out of the declarations, and with it every tag.
export type * from '../define/all.ts';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- so React calls it
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is extended, not described
    interface IntrinsicElements extends AttuneElements {}
  }
}
