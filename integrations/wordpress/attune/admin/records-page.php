<?php
/**
 * The page "Answers" of the administration.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	function () {
		add_menu_page( __( 'Answers', 'attune' ), 'Attune', READ_RECORDS, 'attune', __NAMESPACE__ . '\\show_records_page', 'dashicons-feedback', 58 );
		add_submenu_page( 'attune', __( 'Answers', 'attune' ), __( 'Answers', 'attune' ), READ_RECORDS, 'attune', __NAMESPACE__ . '\\show_records_page' );
	}
);
add_action(
	'admin_enqueue_scripts',
	function ( $hook ) {
		if ( false !== strpos( $hook, 'attune' ) ) {
			wp_enqueue_style( 'attune-admin', plugins_url( 'assets/admin.css', PLUGIN_FILE ), [], get_file_data( PLUGIN_FILE, [ 'version' => 'Version' ] )['version'] );
		}
	}
);

/**
 * The address of the list.
 *
 * @param array $query More of the address, such as `standing`.
 * @return string
 */
function records_address( $query = [] ) {
	return add_query_arg( [ 'page' => 'attune' ] + $query, admin_url( 'admin.php' ) );
}

/**
 * The address of a record.
 *
 * @param string $id The id of the record.
 * @return string
 */
function record_address( $id ) {
	return records_address( [ 'record' => rawurlencode( $id ) ] );
}

/**
 * The titles of the instruments that records can name, by id.
 *
 * @return array<string, string>
 */
function instrument_titles() {
	$titles = [];
	foreach ( instrument_ids() as $id ) {
		$title         = Instrument::settle( find_definition( $id ), [] )->field( 'title' );
		$titles[ $id ] = in_array( $title, $titles, true ) ? "$title ($id)" : $title;
	}
	return $titles;
}

/** Shows the list, or the record that the address names. */
function show_records_page() {
	if ( ! current_user_can( READ_RECORDS ) ) {
		wp_die( esc_html__( 'You may not read answers.', 'attune' ), '', [ 'response' => 403 ] );
	}
	// phpcs:ignore WordPress.Security.NonceVerification -- It only shows.
	if ( isset( $_GET['record'] ) ) {
		// phpcs:ignore WordPress.Security.NonceVerification
		show_record_page( sanitize_text_field( wp_unslash( $_GET['record'] ) ) );
		return;
	}
	require_once __DIR__ . '/class-records-list.php';
	$list = new Records_List();
	$list->prepare_items();
	echo '<div class="wrap"><h1>' . esc_html__( 'Answers', 'attune' ) . '</h1>';
	// phpcs:ignore WordPress.Security.NonceVerification
	if ( isset( $_GET['deleted'] ) ) {
		echo '<div class="notice notice-success"><p>' . esc_html__( 'The answers were deleted.', 'attune' ) . '</p></div>';
	}
	$list->views();
	echo '<form method="get"><input type="hidden" name="page" value="attune">';
	$list->display();
	echo '</form></div>';
}
