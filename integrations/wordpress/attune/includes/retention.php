<?php
/**
 * Deletes records that are older than the settings allow, once a day.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action( 'attune_retention', __NAMESPACE__ . '\\delete_old_records' );
add_action(
	'init',
	function () {
		if ( ! wp_next_scheduled( 'attune_retention' ) ) {
			wp_schedule_event( time() + HOUR_IN_SECONDS, 'daily', 'attune_retention' );
		}
	}
);

/**
 * Deletes the records that are older than the settings allow.
 *
 * @return int How many were deleted.
 */
function delete_old_records() {
	$days = settings()['retention_days'];
	if ( ! $days ) {
		return 0;
	}
	global $wpdb;
	$table = table_name();
	// phpcs:ignore WordPress.DB -- The name of the table is ours.
	return (int) $wpdb->query( $wpdb->prepare( "DELETE FROM $table WHERE received_at < %s", gmdate( 'Y-m-d H:i:s', time() - $days * DAY_IN_SECONDS ) ) );
}

/**
 * Removes the daily task.
 *
 * @param bool $is_network Whether the plugin was active in the whole network.
 */
function stop_retention( $is_network ) {
	on_each_site(
		$is_network,
		function () {
			wp_clear_scheduled_hook( 'attune_retention' );
		}
	);
}
