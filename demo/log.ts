/** Writes one line of the log. Neither it nor its fields have an address, a token or an answer. */
export type Log = (line: string, fields?: Readonly<Record<string, string | number>>) => void;

/** Prints each line as JSON, with its time. */
export const logJson: Log = (line, fields) => console.log(JSON.stringify({ time: new Date().toISOString(), message: line, ...fields }));
