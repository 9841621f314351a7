/** The `CustomEvent` of the browser. A runtime without one can import the classes of events, and creates none. */
export const DetailEvent: typeof CustomEvent = globalThis.CustomEvent ?? class {};
