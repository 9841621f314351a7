// Checks the syntax of PHP files: that PHP can read them, and that PHP 7.4 could.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

/** Tokens and functions that came after PHP 7.4. WordPress itself brings some of the functions. */
const LATER = `
$later = [ 'T_MATCH', 'T_NULLSAFE_OBJECT_OPERATOR', 'T_ENUM', 'T_READONLY', 'T_ATTRIBUTE' ];
$calls = [ 'str_contains', 'str_starts_with', 'str_ends_with', 'array_is_list', 'get_debug_type', 'array_find', 'array_any', 'array_all' ];
foreach ( array_slice( $argv, 1 ) as $file ) {
	foreach ( token_get_all( file_get_contents( $file ) ) as $token ) {
		if ( is_array( $token ) && ( in_array( token_name( $token[0] ), $later, true ) || in_array( $token[1], $calls, true ) ) ) {
			echo "$file:{$token[2]}: {$token[1]} is not in PHP 7.4\\n";
		}
	}
}`;

/** The problems in the PHP files of a folder, as lines. */
export const phpProblems = folder => {
  const files = globSync('**/*.php', { cwd: folder }).map(file => join(folder, file));
  if (!files.length) return [`no PHP files in ${folder}`];
  const problems = files.flatMap(file => {
    const { status, stdout, stderr, error } = spawnSync('php', ['-l', file], { encoding: 'utf8' });
    return status === 0 ? [] : [`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim()];
  });
  const { stdout, error } = spawnSync('php', ['-r', LATER, ...files], { encoding: 'utf8' });
  return [...problems, ...(error ? [error.message] : stdout.split('\n').filter(Boolean))];
};
