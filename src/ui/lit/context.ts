// All of @lit/context that the library uses, imported in this order for the same reason as Lit.
import './event-stand-in.ts';
export { ContextEvent, ContextProvider, createContext } from '@lit/context';
import './no-event-stand-in-left.ts';
