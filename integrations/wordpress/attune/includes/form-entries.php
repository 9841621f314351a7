<?php
/**
 * The entries of a form without script. PHP turns the dots in their names into underscores and keeps only the last of several
 * equal names, so the body of the request is read again.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/**
 * The entries of a body in the form `application/x-www-form-urlencoded`, in their order.
 *
 * @param string $body The body of the request.
 * @return array<string, string[]> Texts by name. A text that is no UTF-8 is left as it came.
 */
function form_entries( $body ) {
	$entries = [];
	foreach ( '' === $body ? [] : explode( '&', $body ) as $pair ) {
		$parts = explode( '=', $pair, 2 );
		// A form sends each end of a line as two characters. An answer has one.
		$entries[ urldecode( $parts[0] ) ][] = str_replace( "\r\n", "\n", urldecode( $parts[1] ?? '' ) );
	}
	return $entries;
}

/**
 * The names of the forms in the entries: those that say which instrument they have.
 *
 * @param array<string, string[]> $entries The entries.
 * @return string[]
 */
function form_names( $entries ) {
	$names = [];
	foreach ( array_keys( $entries ) as $name ) {
		if ( preg_match( '/\A(.+)\.instrument\z/s', (string) $name, $match ) ) {
			$names[] = $match[1];
		}
	}
	return $names;
}

/**
 * The texts of an entry that are not empty.
 *
 * @param array<string, string[]> $entries The entries.
 * @param string                  $name    The name.
 * @return string[]
 */
function entry_texts( $entries, $name ) {
	return array_values(
		array_filter(
			$entries[ $name ] ?? [],
			function ( $text ) {
				return '' !== $text;
			}
		)
	);
}

/**
 * The first text of an entry, or null.
 *
 * @param array<string, string[]> $entries The entries.
 * @param string                  $name    The name.
 * @return string|null
 */
function entry_text( $entries, $name ) {
	return entry_texts( $entries, $name )[0] ?? null;
}
