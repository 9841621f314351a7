// All of Lit that the library uses. No other module imports it, because these three imports must be evaluated in this order.
import './page-stand-ins.ts';
import { css as litCss, html as litHtml, LitElement as LitElementOfLit, nothing as litNothing, render as litRender } from 'lit';
import './no-page-stand-ins-left.ts';

// New names in place of `export … from`: with that, a bundler that divides code evaluates Lit before the stand-ins.
export const css = litCss;
export const html = litHtml;
export const LitElement = LitElementOfLit;
export const nothing = litNothing;
export const render = litRender;

export type LitElement = LitElementOfLit;
export type {
  CSSResultGroup,
  CSSResultOrNative,
  PropertyDeclaration,
  PropertyDeclarations,
  PropertyValues,
  ReactiveController,
  ReactiveControllerHost,
  ReactiveElement,
  TemplateResult,
} from 'lit';
