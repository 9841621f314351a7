<?php
/**
 * Limits on sending that need no data about who sends: the size of a request, and how many new records this site takes in an
 * hour. The hour is counted in the table itself, so that no address of a visitor is stored for it.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/**
 * The answer to a request that is too large, or null.
 *
 * @param string $body The body of the request.
 * @return \WP_Error|null
 */
function size_error( $body ) {
	return strlen( $body ) > MOST_BYTES
		? new \WP_Error( 'attune_size', __( 'The request is too large.', 'attune' ), [ 'status' => 413 ] )
		: null;
}

/**
 * The answer when this hour has had its number of records, or null.
 *
 * @return \WP_Error|null
 */
function rate_error() {
	global $wpdb;
	$table = table_name();
	$since = gmdate( 'Y-m-d H:i:s', time() - HOUR_IN_SECONDS );
	// phpcs:ignore WordPress.DB -- The name of the table is ours.
	$count = (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM $table WHERE received_at > %s", $since ) );
	return $count > settings()['records_per_hour']
		? new \WP_Error( 'attune_rate', __( 'This site takes no more answers at the moment. Please try again later.', 'attune' ), [ 'status' => 429 ] )
		: null;
}

/**
 * Whether this request may send records, by the settings.
 *
 * @return true|\WP_Error
 */
function may_send() {
	return 'anyone' === settings()['senders'] || is_user_logged_in()
		? true
		: new \WP_Error( 'attune_members', __( 'Please log in to send answers.', 'attune' ), [ 'status' => 403 ] );
}
