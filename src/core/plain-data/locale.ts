/** Whether a text has the form of a BCP 47 language tag. */
export const isLocale = (text: string): boolean => /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(text);
