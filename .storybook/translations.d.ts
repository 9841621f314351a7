// The modules of translations are made from JSON, here by a plugin of vite.config.ts.
declare module 'attune-elements/translations/*' {}
