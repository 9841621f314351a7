<?php
/**
 * One record: each question with the answer, in words, and what the record says about itself.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_post_attune_delete', __NAMESPACE__ . '\\delete_one' );

/** Deletes one record for good, and returns to the list. */
function delete_one() {
	if ( ! current_user_can( READ_RECORDS ) ) {
		wp_die( esc_html__( 'You may not delete answers.', 'attune' ), '', [ 'response' => 403 ] );
	}
	check_admin_referer( 'attune_delete' );
	$id = isset( $_POST['record'] ) ? sanitize_text_field( wp_unslash( $_POST['record'] ) ) : '';
	delete_records( 'record_id', $id );
	wp_safe_redirect( records_address( [ 'deleted' => 1 ] ) );
	exit;
}

/**
 * Shows a record.
 *
 * @param string $id The id of the record.
 */
function show_record_page( $id ) {
	$row = find_record( $id );
	if ( ! $row ) {
		echo '<div class="wrap"><h1>' . esc_html__( 'Answers', 'attune' ) . '</h1><p>' . esc_html__( 'There are no such answers. Perhaps they were deleted.', 'attune' ) . '</p></div>';
		return;
	}
	$record = json_decode( $row->body );
	$words  = record_words( $record );
	echo '<div class="wrap"><h1 lang="' . esc_attr( $words['language'] ) . '">' . esc_html( $words['title'] ) . '</h1>';
	echo '<p><a href="' . esc_url( records_address() ) . '">' . esc_html__( 'All answers', 'attune' ) . '</a></p>';
	show_lines( $words );
	echo '<h2>' . esc_html__( 'About this record', 'attune' ) . '</h2><dl class="attune-facts">';
	foreach ( record_facts( $row, $record ) as $name => $value ) {
		echo '<dt>' . esc_html( $name ) . '</dt><dd>' . esc_html( $value ) . '</dd>';
	}
	echo '</dl><details><summary>' . esc_html__( 'The whole record as JSON', 'attune' ) . '</summary><pre class="attune-json">';
	echo esc_html( wp_json_encode( $record, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION ) ) . '</pre></details>';
	echo '<h2 id="attune-delete">' . esc_html__( 'Delete', 'attune' ) . '</h2><p>' . esc_html__( 'The answers are deleted from the database for good. Backups of this site may still have them.', 'attune' ) . '</p>';
	echo '<form method="post" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '"><input type="hidden" name="action" value="attune_delete"><input type="hidden" name="record" value="' . esc_attr( $row->record_id ) . '">';
	wp_nonce_field( 'attune_delete' );
	submit_button( __( 'Delete these answers', 'attune' ), 'delete', 'submit', false );
	echo '</form></div>';
}

/**
 * Shows the questions and answers.
 *
 * @param array $words As `record_words` returns them.
 */
function show_lines( $words ) {
	echo '<table class="widefat striped attune-answers" lang="' . esc_attr( $words['language'] ) . '"><thead><tr><th scope="col">' . esc_html__( 'Question', 'attune' ) . '</th><th scope="col">' . esc_html__( 'Answer', 'attune' ) . '</th></tr></thead><tbody>';
	foreach ( $words['lines'] as $line ) {
		if ( 'heading' === $line['state'] ) {
			echo '<tr><th scope="rowgroup" colspan="2">' . esc_html( $line['question'] ) . '</th></tr>';
			continue;
		}
		echo '<tr class="attune-' . esc_attr( $line['state'] ) . '"><th scope="row">' . esc_html( $line['question'] ) . '</th><td>' . nl2br( esc_html( $line['answer'] ) ) . '</td></tr>';
	}
	echo '</tbody></table>';
}

/**
 * What a record says about itself, by name.
 *
 * @param \stdClass $row    A stored row.
 * @param \stdClass $record The record.
 * @return array<string, string>
 */
function record_facts( $row, $record ) {
	$moment   = get_option( 'date_format' ) . ' ' . get_option( 'time_format' );
	$user     = $row->user_id ? get_userdata( (int) $row->user_id ) : null;
	$language = $record->instrument->language ?? '';
	$standing = $record->instrument->translation->standing ?? '';
	$facts    = [
		__( 'Received', 'attune' )                   => get_date_from_gmt( $row->received_at, $moment ),
		__( 'Finished, by the clock of the person’s device', 'attune' ) => $record->completedAt,
		__( 'Form', 'attune' )                       => trim( $record->instrument->id . ' ' . $record->instrument->version . ' ' . http_build_query( get_object_vars( $record->instrument->options ), '', ', ' ) ),
		__( 'Language of the questions', 'attune' )  => trim( "$language $standing" ),
		__( 'What the person read about who sees the answers', 'attune' ) => $record->disclosure ?? '',
		__( 'Person, as the page said', 'attune' )   => $record->subject ?? '',
		__( 'Visit, as the page said', 'attune' )    => $record->encounter ?? '',
		__( 'User of this site', 'attune' )          => $user ? $user->display_name : '',
		__( 'Id', 'attune' )                         => $row->record_id,
		__( 'Replaces', 'attune' )                   => (string) $row->replaces,
		__( 'Replaced by', 'attune' )                => (string) $row->replaced_by,
	];
	return array_filter( $facts, 'strlen' );
}
