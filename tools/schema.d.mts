export function generateSchemas(): Record<string, string>;
