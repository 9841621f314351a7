<?php
/**
 * Days and moments of a record.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/**
 * Whether a text is an existing day in the form `YYYY-MM-DD`.
 *
 * @param string $text The text.
 * @return bool
 */
function is_day( $text ) {
	return preg_match( '/\A(\d{4})-(\d\d)-(\d\d)\z/', $text, $part ) && checkdate( (int) $part[2], (int) $part[3], max( 1, (int) $part[1] ) );
}

/**
 * Whether a text is a date and time with an offset from UTC, such as `2026-02-28T09:30:00+01:00`.
 *
 * @param mixed $text The text.
 * @return bool
 */
function is_moment( $text ) {
	return is_string( $text )
		&& preg_match( '/\A[^T]{10}T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)\z/', $text )
		&& is_day( substr( $text, 0, 10 ) );
}
