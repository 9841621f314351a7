<?php
/**
 * Stores records: all of a request or none.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** Instruments whose answers this site never keeps: a reflection is its clinician's own. */
const NEVER_KEPT = [ 'countertransference-reflection' ];

/** The most records of one request. */
const MOST_RECORDS = 50;

/**
 * Reads and stores records. The identical record again changes nothing and is a success.
 *
 * @param array $records Data, with objects as stdClass.
 * @return array{stored: int, known: int}|\WP_Error
 */
function keep_records( $records ) {
	if ( ! $records || count( $records ) > MOST_RECORDS ) {
		return record_error( [ ': list of records' ] );
	}
	foreach ( $records as $record ) {
		$instrument = read_record( $record );
		$refusal    = is_wp_error( $instrument ) ? $instrument : sender_error( $record, $instrument );
		if ( $refusal ) {
			return $refusal;
		}
	}
	global $wpdb;
	$wpdb->query( 'START TRANSACTION' ); // phpcs:ignore WordPress.DB
	$connection = connection_id();
	$counts = [
		'stored' => 0,
		'known'  => 0,
	];
	foreach ( $records as $record ) {
		$kept = keep_record( $record );
		if ( is_wp_error( $kept ) ) {
			$wpdb->query( 'ROLLBACK' ); // phpcs:ignore WordPress.DB
			return $kept;
		}
		++$counts[ $kept ];
	}
	$refusal = $counts['stored'] ? rate_error() : null;
	if ( $refusal ) {
		$wpdb->query( 'ROLLBACK' ); // phpcs:ignore WordPress.DB
		return $refusal;
	}
	// If the connection is lost, WordPress repeats the COMMIT on a new one, where there is nothing to commit.
	$is_committed = false !== $wpdb->query( 'COMMIT' ) && connection_id() === $connection; // phpcs:ignore WordPress.DB
	return $is_committed ? $counts : not_stored();
}

/** The number of the connection to the database. */
function connection_id() {
	global $wpdb;
	return $wpdb->get_var( 'SELECT CONNECTION_ID()' ); // phpcs:ignore WordPress.DB
}

/**
 * Why this request may not send a record, or null. Anyone may send what is asked of clients; what clinicians and observers
 * write needs the capability to read records.
 *
 * @param \stdClass  $record     The record.
 * @param Instrument $instrument Its instrument.
 * @return \WP_Error|null
 */
function sender_error( $record, $instrument ) {
	if ( in_array( $record->instrument->id, NEVER_KEPT, true ) ) {
		return new \WP_Error( 'attune_never_kept', __( 'A reflection is its writer’s own. This site does not keep it.', 'attune' ), [ 'status' => 403 ] );
	}
	$audience = $instrument->field( 'audience' );
	$author   = 'clinician' === $audience ? 'therapist' : $audience;
	if ( ( $record->author ?? $author ) !== $author ) {
		return record_error( [ 'author: one-of' ] );
	}
	return 'client' === $audience || current_user_can( READ_RECORDS )
		? null
		: new \WP_Error( 'attune_clinicians', __( 'Only people who may read answers can send this form.', 'attune' ), [ 'status' => 403 ] );
}

/**
 * Stores one record that was read, inside a transaction.
 *
 * @param \stdClass $record The record.
 * @return string|\WP_Error `stored` or `known`.
 */
function keep_record( $record ) {
	$inserted = insert_record( $record, user_to_link() );
	if ( is_wp_error( $inserted ) ) {
		return $inserted;
	}
	if ( $inserted ) {
		return replaced_error( $record ) ?? 'stored';
	}
	$text = stored_text( $record->id );
	return null !== $text && canonical( json_decode( $text ) ) === canonical( $record )
		? 'known'
		: new \WP_Error( 'attune_conflict', __( 'Another record is already kept under this id.', 'attune' ), [ 'status' => 409 ] );
}

/**
 * Why a record may not replace the one that it names, or null. One that has not arrived, or is another person's, may be named:
 * a refusal would tell that it is there. `list_records` does not count such a record as replaced.
 *
 * @param \stdClass $record The record, already inserted.
 * @return \WP_Error|null
 */
function replaced_error( $record ) {
	$seen = [];
	for ( $id = $record->replaces ?? null; null !== $id; $id = $row->replaces ?? null ) {
		if ( $id === $record->id ) {
			return record_error( [ 'replaces: no circle' ] );
		}
		if ( isset( $seen[ $id ] ) || count( $seen ) > 1000 ) {
			return null;
		}
		$seen[ $id ] = true;
		$row         = find_record( $id );
	}
	return null;
}

/**
 * A text that is the same for two values that are equal in JSON.
 *
 * @param mixed $value Decoded JSON.
 * @return string
 */
function canonical( $value ) {
	if ( is_array( $value ) ) {
		return '[' . implode( ',', array_map( __NAMESPACE__ . '\\canonical', $value ) ) . ']';
	}
	if ( ! $value instanceof \stdClass ) {
		return wp_json_encode( is_int( $value ) ? (float) $value : $value );
	}
	$fields = get_object_vars( $value );
	ksort( $fields, SORT_STRING );
	$parts = [];
	foreach ( $fields as $name => $field ) {
		$parts[] = wp_json_encode( (string) $name ) . ':' . canonical( $field );
	}
	return '{' . implode( ',', $parts ) . '}';
}
