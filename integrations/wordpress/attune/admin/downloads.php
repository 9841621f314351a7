<?php
/**
 * Downloads of all answers: CSV for spreadsheets, and JSON, one record a line, for programs.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_post_attune_download', __NAMESPACE__ . '\\download' );

/**
 * The address of a download.
 *
 * @param string $format     `csv` or `jsonl`.
 * @param string $instrument The id of an instrument, or an empty text for all.
 * @return string
 */
function download_address( $format, $instrument ) {
	$query = [
		'action'     => 'attune_download',
		'format'     => $format,
		'instrument' => $instrument,
	];
	return wp_nonce_url( add_query_arg( array_filter( $query ), admin_url( 'admin-post.php' ) ), 'attune_download' );
}

/** Sends a download, and ends the request. */
function download() {
	if ( ! current_user_can( READ_RECORDS ) ) {
		wp_die( esc_html__( 'You may not read answers.', 'attune' ), '', [ 'response' => 403 ] );
	}
	check_admin_referer( 'attune_download' );
	$is_csv     = isset( $_GET['format'] ) && 'csv' === $_GET['format'];
	$instrument = isset( $_GET['instrument'] ) ? sanitize_text_field( wp_unslash( $_GET['instrument'] ) ) : '';
	nocache_headers();
	header( 'Content-Type: ' . ( $is_csv ? 'text/csv' : 'application/x-ndjson' ) . '; charset=utf-8' );
	header( 'Content-Disposition: attachment; filename="attune-answers-' . gmdate( 'Y-m-d' ) . ( $is_csv ? '.csv' : '.jsonl' ) . '"' );
	header( 'X-Content-Type-Options: nosniff' );
	if ( $is_csv ) {
		echo "\xEF\xBB\xBF" . csv_text( array_merge( CSV_COLUMNS, [ 'guarded' ] ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- CSV.
	}
	foreach ( all_records( $instrument ) as $row ) {
		// phpcs:ignore WordPress.Security.EscapeOutput -- CSV or JSON, never HTML.
		echo $is_csv ? implode( '', array_map( __NAMESPACE__ . '\\csv_line', csv_rows( $row ) ) ) : $row->body . "\n";
	}
	exit;
}

/**
 * All stored rows, a few at a time, newest first.
 *
 * @param string $instrument The id of an instrument, or an empty text for all.
 * @return \Generator
 */
function all_records( $instrument ) {
	$filter = [ 'instrument' => $instrument ];
	do {
		$rows = list_records( $filter + [ 'limit' => 200 ] );
		yield from $rows;
		$filter['before'] = $rows ? (int) end( $rows )->number : 0;
	} while ( count( $rows ) === 200 );
}
