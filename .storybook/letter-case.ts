/** `last-questions` as `lastQuestions`: the property of an attribute. */
export const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
/** `why-trust` as `WhyTrust`. */
export const pascal = (name: string): string => camel(`-${name}`);
