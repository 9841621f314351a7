<?php
/**
 * The table of records. It holds the record, when it came, and nothing else about who sent it, unless the settings link users.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** The version of the table. A higher one changes it at the next request. */
const TABLE_VERSION = 1;

/**
 * The name of the table on this site.
 *
 * @return string
 */
function table_name() {
	global $wpdb;
	return $wpdb->prefix . 'attune_records';
}

/** Creates the table of this site, or changes it to its present version. */
function install_table() {
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	$table = table_name();
	// Ids are compared byte by byte. `instrument` repeats what is in the record, for the list.
	dbDelta(
		"CREATE TABLE $table (
  number bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  record_id varbinary(100) NOT NULL,
  replaces varbinary(100) DEFAULT NULL,
  instrument varchar(191) NOT NULL,
  user_id bigint(20) unsigned DEFAULT NULL,
  received_at datetime NOT NULL,
  body longtext NOT NULL,
  PRIMARY KEY  (number),
  UNIQUE KEY record_id (record_id),
  KEY replaces (replaces),
  KEY received_at (received_at),
  KEY user_id (user_id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4"
	);
	update_option( 'attune_table_version', TABLE_VERSION );
}

/**
 * Inserts a record that is not there yet.
 *
 * @param \stdClass $record  The record.
 * @param int|null  $user_id The user to store with it.
 * @return bool|\WP_Error Whether it was inserted. False: a record with this id is there.
 */
function insert_record( $record, $user_id ) {
	global $wpdb;
	$table = table_name();
	$sql   = "INSERT INTO $table (record_id, replaces, instrument, user_id, received_at, body) VALUES (%s, "
		. ( isset( $record->replaces ) ? '%s' : 'NULLIF(%s, \'\')' ) . ', %s, NULLIF(%d, 0), %s, %s) ON DUPLICATE KEY UPDATE number = number';
	// phpcs:ignore WordPress.DB -- The name of the table is ours.
	$written = $wpdb->query( $wpdb->prepare( $sql, $record->id, $record->replaces ?? '', $record->instrument->id, (int) $user_id, gmdate( 'Y-m-d H:i:s' ), record_text( $record ) ) );
	if ( false === $written ) {
		return not_stored();
	}
	return $written > 0;
}

/** The error of a database that did not store. */
function not_stored() {
	return new \WP_Error( 'attune_database', __( 'The record could not be stored.', 'attune' ), [ 'status' => 500 ] );
}

/**
 * A record as it is stored: JSON with every value as it was sent.
 *
 * @param \stdClass $record The record.
 * @return string
 */
function record_text( $record ) {
	return wp_json_encode( $record, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION );
}

/**
 * A stored row, or null.
 *
 * @param string $record_id The id of the record.
 * @return \stdClass|null As in `list_records`.
 */
function find_record( $record_id ) {
	return list_records( [ 'record_id' => $record_id ] )[0] ?? null;
}

/**
 * The stored text of a record, or null. Inside a transaction it also finds what another request has stored meanwhile.
 *
 * @param string $record_id The id of the record.
 * @return string|null
 */
function stored_text( $record_id ) {
	global $wpdb;
	$table = table_name();
	// phpcs:ignore WordPress.DB -- The name of the table is ours.
	return $wpdb->get_var( $wpdb->prepare( "SELECT body FROM $table WHERE record_id = %s LOCK IN SHARE MODE", $record_id ) );
}

/**
 * Stored rows, newest first: `number`, `record_id`, `replaces`, `instrument`, `user_id`, `received_at` (UTC), `body` (JSON), and
 * `replaced_by`: the id of a later record of the same person, or null. A record replaces only one of the same user and instrument.
 *
 * @param array $filter `record_id`, `instrument`, `user_id`, `standing` (`current` or `replaced`), `limit`, `offset`, `before` (a `number`).
 * @return \stdClass[]
 */
function list_records( $filter ) {
	global $wpdb;
	$table = table_name();
	$limit = $wpdb->prepare( ' LIMIT %d OFFSET %d', $filter['limit'] ?? 100, $filter['offset'] ?? 0 );
	// phpcs:ignore WordPress.DB -- The name of the table is ours; the rest is prepared.
	return $wpdb->get_results( "SELECT r.*, MIN(later.record_id) AS replaced_by FROM $table r " . later_join() . where_of( $filter ) . ' GROUP BY r.number ORDER BY r.number DESC' . $limit );
}

/**
 * How many rows `list_records` would have without a limit.
 *
 * @param array $filter As in `list_records`.
 * @return int
 */
function count_records( $filter ) {
	global $wpdb;
	$table = table_name();
	// phpcs:ignore WordPress.DB -- The name of the table is ours; the rest is prepared.
	return (int) $wpdb->get_var( "SELECT COUNT(DISTINCT r.number) FROM $table r " . later_join() . where_of( $filter ) );
}

/**
 * The join that finds the record which replaces a record.
 *
 * @return string SQL.
 */
function later_join() {
	$table = table_name();
	return "LEFT JOIN $table later ON later.replaces = r.record_id AND later.instrument = r.instrument AND later.user_id <=> r.user_id";
}

/**
 * The condition of a filter.
 *
 * @param array $filter As in `list_records`.
 * @return string SQL, prepared.
 */
function where_of( $filter ) {
	global $wpdb;
	$parts = [];
	if ( isset( $filter['record_id'] ) ) {
		$parts[] = $wpdb->prepare( 'r.record_id = %s', $filter['record_id'] );
	}
	if ( ! empty( $filter['instrument'] ) ) {
		$parts[] = $wpdb->prepare( 'r.instrument = %s', $filter['instrument'] );
	}
	if ( isset( $filter['user_id'] ) ) {
		$parts[] = $wpdb->prepare( 'r.user_id = %d', $filter['user_id'] );
	}
	if ( isset( $filter['before'] ) ) {
		$parts[] = $wpdb->prepare( 'r.number < %d', $filter['before'] );
	}
	if ( isset( $filter['standing'] ) ) {
		$parts[] = 'later.number IS ' . ( 'replaced' === $filter['standing'] ? 'NOT NULL' : 'NULL' );
	}
	return $parts ? ' WHERE ' . implode( ' AND ', $parts ) : '';
}

/**
 * Deletes records.
 *
 * @param string $column `record_id` or `user_id`.
 * @param mixed  $value  Its value.
 * @return int How many were deleted.
 */
function delete_records( $column, $value ) {
	global $wpdb;
	// phpcs:ignore WordPress.DB -- A table of this plugin.
	return (int) $wpdb->delete( table_name(), [ $column => $value ] );
}
