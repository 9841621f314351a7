import { isServer } from 'lit-html/is-server.js';
import { standIn } from './stand-in.ts';

/**
 * Lit reads these two when it is evaluated, and throws in a worker and in an edge runtime. Its build for servers, which a runtime
 * gets under the condition "node" alone, needs neither and brings better ones. The stand-ins are there only while Lit is
 * evaluated: other code on a server must not take it for a page.
 */
export const removePageStandIns = standIn(isServer ? {} : { HTMLElement: class {}, document: { createTreeWalker() {} } });
