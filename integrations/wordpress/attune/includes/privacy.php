<?php
/**
 * The tools of WordPress for personal data: export and erasure by e-mail address, and words for the privacy policy.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_filter(
	'wp_privacy_personal_data_exporters',
	function ( $exporters ) {
		$exporters['attune'] = [
			'exporter_friendly_name' => __( 'Attune answers', 'attune' ),
			'callback'               => __NAMESPACE__ . '\\export_personal_data',
		];
		return $exporters;
	}
);
add_filter(
	'wp_privacy_personal_data_erasers',
	function ( $erasers ) {
		$erasers['attune'] = [
			'eraser_friendly_name' => __( 'Attune answers', 'attune' ),
			'callback'             => __NAMESPACE__ . '\\erase_personal_data',
		];
		return $erasers;
	}
);
add_action(
	'admin_init',
	function () {
		if ( function_exists( 'wp_add_privacy_policy_content' ) ) {
			wp_add_privacy_policy_content( 'Attune', wp_kses_post( wpautop( policy_words(), false ) ) );
		}
	}
);
add_action( 'deleted_user', __NAMESPACE__ . '\\forget_user' );

/**
 * The answers that are linked to the user with this address, a page at a time.
 *
 * @param string $email The address.
 * @param int    $page  From 1.
 * @return array{data: array, done: bool}
 */
function export_personal_data( $email, $page = 1 ) {
	$user = get_user_by( 'email', $email );
	$rows = $user ? list_records(
		[
			'user_id' => $user->ID,
			'limit'   => 50,
			'offset'  => 50 * ( $page - 1 ),
		]
	) : [];
	$data = [];
	foreach ( $rows as $row ) {
		$data[] = [
			'group_id'    => 'attune',
			'group_label' => __( 'Attune answers', 'attune' ),
			'item_id'     => 'attune-' . $row->record_id,
			'data'        => export_lines( $row ),
		];
	}
	return [
		'data' => $data,
		'done' => count( $rows ) < 50,
	];
}

/**
 * A record as lines of an export: in words, and whole as JSON.
 *
 * @param \stdClass $row A stored row.
 * @return array<int, array{name: string, value: string}>
 */
function export_lines( $row ) {
	require_once FOLDER . '/admin/record-words.php';
	$words = record_words( json_decode( $row->body ) );
	$lines = [
		[
			'name'  => __( 'Form', 'attune' ),
			'value' => $words['title'],
		],
		[
			'name'  => __( 'Received (UTC)', 'attune' ),
			'value' => $row->received_at,
		],
	];
	foreach ( $words['lines'] as $line ) {
		$lines[] = [
			'name'  => esc_html( $line['question'] ),
			'value' => esc_html( $line['answer'] ),
		];
	}
	$lines[] = [
		'name'  => __( 'The whole record', 'attune' ),
		'value' => esc_html( $row->body ),
	];
	return $lines;
}

/**
 * Erases the answers that are linked to the user with this address.
 *
 * @param string $email The address.
 * @return array{items_removed: int, items_retained: bool, messages: string[], done: bool}
 */
function erase_personal_data( $email ) {
	$user = get_user_by( 'email', $email );
	return [
		'items_removed'  => $user ? delete_records( 'user_id', $user->ID ) : 0,
		'items_retained' => false,
		'messages'       => [ __( 'Answers that are not linked to a user cannot be found by an address. Delete them in the list of answers.', 'attune' ) ],
		'done'           => true,
	];
}

/**
 * Removes the link to a user who was deleted. Their answers stay in the list.
 *
 * @param int $user_id The user.
 */
function forget_user( $user_id ) {
	global $wpdb;
	// phpcs:ignore WordPress.DB -- A table of this plugin.
	$wpdb->update( table_name(), [ 'user_id' => null ], [ 'user_id' => $user_id ] );
}

/**
 * Words for the privacy policy of a site, as this site is set up.
 *
 * @return string
 */
function policy_words() {
	$settings = settings();
	$words    = [
		__( 'When you send a questionnaire on this site, your answers are stored in the database of this site, together with the time. Your IP address and your browser are not stored with them. They are not sent by e-mail and not to any other service.', 'attune' ),
		$settings['link_users']
			? __( 'If you are logged in, your account is stored with your answers. You can ask for a copy of them and for their erasure.', 'attune' )
			: __( 'Your account is not stored with your answers, also if you are logged in.', 'attune' ),
	];
	if ( $settings['retention_days'] ) {
		/* translators: %d: number of days. */
		$words[] = sprintf( _n( 'Answers are deleted after %d day.', 'Answers are deleted after %d days.', $settings['retention_days'], 'attune' ), $settings['retention_days'] );
	}
	$words[] = __( 'After a form on a shared device was sent without JavaScript, the cookie attune_form keeps a random value until the browser is closed, so that the next person finds a blank form. Attune sets no other cookie.', 'attune' );
	return implode( "\n\n", $words );
}
