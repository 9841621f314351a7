<?php
/**
 * Takes forms of visitors without script, and answers with a page.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_post_attune_form', __NAMESPACE__ . '\\take_form' );
add_action( 'admin_post_nopriv_attune_form', __NAMESPACE__ . '\\take_form' );

/** The end of the address of a form for a device that others use too. */
const SHARED_FORM = '&attune_shared=1';

/** The address that a form is sent to. */
function form_action() {
	return admin_url( 'admin-post.php?action=attune_form' );
}

/** Stores the records of a form, and shows what happened. The same form again changes nothing, so the page can be loaded again. */
function take_form() {
	never_store();
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- The body of this request.
	$body    = (string) file_get_contents( 'php://input', false, null, 0, MOST_BYTES + 1 );
	$refusal = size_error( $body ) ?? ( is_wp_error( may_send() ) ? may_send() : null );
	if ( $refusal ) {
		show_refusal( $refusal );
	}
	$entries = form_entries( $body );
	if ( ! wp_verify_nonce( (string) entry_text( $entries, 'attune_nonce' ), 'attune_form' ) ) {
		ask_again( $entries );
	}
	$records   = [];
	$not_asked = 0;
	foreach ( form_names( $entries ) as $form ) {
		$read = form_record( $entries, $form, gmdate( 'Y-m-d\TH:i:s\Z' ) );
		if ( is_wp_error( $read ) ) {
			show_refusal( $read );
		}
		if ( $read['record'] ) {
			$records[]  = $read['record'];
			$not_asked += count( $read['not_asked'] );
		}
	}
	if ( ! $records ) {
		show_page( 200, __( 'Nothing was answered', 'attune' ), [ __( 'Nothing was stored. Go back to the form if you want to answer.', 'attune' ) ] );
	}
	$kept = keep_records( array_map( __NAMESPACE__ . '\\as_sent_before', $records ) );
	if ( is_wp_error( $kept ) && 'attune_conflict' === $kept->get_error_code() ) {
		// The same form was sent twice, and the other request was quicker.
		$kept = keep_records( array_map( __NAMESPACE__ . '\\as_sent_before', $records ) );
	}
	if ( is_wp_error( $kept ) ) {
		show_refusal( $kept );
	}
	if ( is_shared_form() ) {
		forget_form();
	}
	$words = [ __( 'Your answers are stored on this site.', 'attune' ) ];
	if ( $not_asked ) {
		/* translators: %d: number of answers. */
		$words[] = sprintf( _n( '%d answer was to a question that belongs to another answer. It was not stored.', '%d answers were to questions that belong to other answers. They were not stored.', $not_asked, 'attune' ), $not_asked );
	}
	show_page( 200, __( 'Thank you', 'attune' ), $words );
}

/**
 * Whether the form is one for a device that others use too.
 *
 * @return bool
 */
function is_shared_form() {
	// phpcs:ignore WordPress.Security.NonceVerification -- It decides nothing but what the browser is told to forget.
	return isset( $_GET['attune_shared'] );
}

/**
 * Back must show a blank form to the next person. Chromium keeps pages in memory, also those that are not to be stored, but not if
 * a cookie of the site has changed since. The value says nothing, and is gone when the browser is closed.
 */
function forget_form() {
	$options = [
		'path'     => COOKIEPATH ? COOKIEPATH : '/',
		'secure'   => is_ssl(),
		'httponly' => true,
		'samesite' => 'Lax',
	];
	setcookie( 'attune_form', wp_generate_uuid4(), $options );
}

/**
 * A record from a form, as it was stored if the same answers were sent before: a person can press twice, or load the page again.
 * Under the id of the form, other answers may be stored, because a cache can give one form to several people, and because a person
 * can go back and change an answer. Then the record gets an id that follows from its answers.
 *
 * @param \stdClass $record A record from a form.
 * @return \stdClass
 */
function as_sent_before( $record ) {
	foreach ( [ $record->id, id_by_answers( $record ) ] as $id ) {
		$copy     = clone $record;
		$copy->id = $id;
		$row      = find_record( $id );
		$before   = $row ? json_decode( $row->body ) : null;
		if ( ! $before ) {
			return $copy;
		}
		// The times are those of the first arrival.
		$copy->startedAt   = $before->startedAt;
		$copy->completedAt = $before->completedAt;
		if ( canonical( $copy ) === canonical( $before ) ) {
			return $copy;
		}
	}
	return $record;
}

/**
 * A UUID of version 8 that is the same for the same answers in the same form.
 *
 * @param \stdClass $record A record from a form.
 * @return string
 */
function id_by_answers( $record ) {
	$copy = clone $record;
	unset( $copy->startedAt, $copy->completedAt );
	$hash = hash( 'sha256', canonical( $copy ) );
	return sprintf( '%s-%s-8%s-a%s-%s', substr( $hash, 0, 8 ), substr( $hash, 8, 4 ), substr( $hash, 12, 3 ), substr( $hash, 15, 3 ), substr( $hash, 18, 12 ) );
}

/**
 * Shows the form again as one button, with a fresh nonce and everything that was given: the page was open for too long, or the
 * request came from another site. Nothing is stored until the person presses the button.
 *
 * @param array<string, string[]> $entries The entries.
 */
function ask_again( $entries ) {
	$html = '<form method="post" action="' . esc_url( form_action() . ( is_shared_form() ? SHARED_FORM : '' ) ) . '">';
	unset( $entries['attune_nonce'] );
	foreach ( $entries as $name => $texts ) {
		foreach ( $texts as $text ) {
			// A text area keeps the ends of lines. It is not shown.
			$html .= '<textarea hidden name="' . esc_attr( $name ) . "\">\n" . esc_textarea( $text ) . '</textarea>';
		}
	}
	$html .= '<input type="hidden" name="attune_nonce" value="' . esc_attr( wp_create_nonce( 'attune_form' ) ) . '">';
	$html .= '<button type="submit">' . esc_html__( 'Send my answers', 'attune' ) . '</button></form>';
	show_page( 403, __( 'Your answers are not sent yet', 'attune' ), [ __( 'The page was open for a long time. Your answers are still here. Press the button to send them.', 'attune' ) ], $html );
}

/**
 * Shows why answers were not stored.
 *
 * @param \WP_Error $error The reason.
 */
function show_refusal( $error ) {
	$data  = $error->get_error_data();
	$back  = is_shared_form()
		? __( 'Nothing was stored. Others use this device too, so the form may be blank when you go back.', 'attune' )
		: __( 'Nothing was stored. Go back with your browser: your answers are still in the form.', 'attune' );
	$words = [ $error->get_error_message(), $back ];
	show_page( $data['status'] ?? 500, __( 'Your answers were not stored', 'attune' ), $words );
}

/**
 * Shows a page of a few words, and ends the request.
 *
 * @param int      $status The HTTP status.
 * @param string   $title  The heading.
 * @param string[] $words  Paragraphs.
 * @param string   $html   More, as HTML.
 */
function show_page( $status, $title, $words, $html = '' ) {
	$paragraphs = array_map(
		function ( $text ) {
			return '<p>' . esc_html( $text ) . '</p>';
		},
		$words
	);
	$back       = '<p><a href="' . esc_url( home_url( '/' ) ) . '">' . esc_html( get_bloginfo( 'name' ) ) . '</a></p>';
	// phpcs:ignore WordPress.Security.EscapeOutput -- Every part is escaped above.
	wp_die( '<h1>' . esc_html( $title ) . '</h1>' . implode( '', $paragraphs ) . $html . $back, esc_html( $title ), [ 'response' => (int) $status ] );
}
