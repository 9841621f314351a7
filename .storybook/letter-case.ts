/** `lastQuestions` from `last-questions`: the name of the property of an attribute. */
export const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
/** `WhyTrust` from `why-trust`. */
export const pascal = (name: string): string => camel(`-${name}`);
