/** A description from custom-elements.json as a comment that editors show. */
export const docComment = (description, indent = '') => {
  const lines = description.replaceAll('*/', '*\u200B/').split('\n').filter(Boolean);
  if (!lines.length) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map(line => `${indent} * ${line}\n`).join('')}${indent} */\n`;
};
