// All of Lit that the library uses. No other module imports it, because these three imports must be evaluated in this order.
import './page-stand-ins.ts';
export { css, html, LitElement, nothing, render } from 'lit';
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
import './no-page-stand-ins-left.ts';
