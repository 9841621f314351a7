<?php
/**
 * The page "Forms of your own": what was added, each as a visitor will see it, and a field to add another.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	function () {
		add_submenu_page( 'attune', __( 'Forms of your own', 'attune' ), __( 'Forms of your own', 'attune' ), 'manage_options', 'attune-instruments', __NAMESPACE__ . '\\show_instruments_page' );
	}
);
add_action( 'admin_post_attune_add_instrument', __NAMESPACE__ . '\\add_one_instrument' );
add_action( 'admin_post_attune_remove_instrument', __NAMESPACE__ . '\\remove_one_instrument' );

/**
 * Ends a request of somebody who may not do this, or that comes from another page.
 *
 * @param string $action The action of the nonce.
 */
function check_instrument_request( $action ) {
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not change the settings.', 'attune' ), '', [ 'response' => 403 ] );
	}
	check_admin_referer( $action );
}

/**
 * Returns to the page with a message.
 *
 * @param array $query What the address says.
 */
function return_to_instruments( $query ) {
	wp_safe_redirect( add_query_arg( $query, admin_url( 'admin.php?page=attune-instruments' ) ) );
	exit;
}

/** Adds the instrument that was sent, as a file or as text. */
function add_one_instrument() {
	check_instrument_request( 'attune_add_instrument' );
	// phpcs:disable WordPress.Security -- The nonce is checked above, and the text is checked as a definition.
	$file = isset( $_FILES['file']['tmp_name'] ) && is_uploaded_file( $_FILES['file']['tmp_name'] ) ? $_FILES['file']['tmp_name'] : '';
	$text = '' === $file ? (string) wp_unslash( $_POST['text'] ?? '' ) : (string) file_get_contents( $file, false, null, 0, MOST_BYTES + 1 );
	// phpcs:enable
	$faults = add_own_instrument( $text );
	if ( $faults ) {
		$items = '';
		foreach ( $faults as $fault ) {
			$items .= '<li><code>' . esc_html( $fault ) . '</code></li>';
		}
		wp_die(
			'<h1>' . esc_html__( 'The form was not added', 'attune' ) . "</h1><ul>$items</ul>", // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped above.
			'',
			[
				'response'  => 422,
				'back_link' => true,
			]
		);
	}
	return_to_instruments( [ 'added' => 1 ] );
}

/** Removes an instrument. */
function remove_one_instrument() {
	check_instrument_request( 'attune_remove_instrument' );
	$id = isset( $_POST['instrument'] ) ? sanitize_text_field( wp_unslash( $_POST['instrument'] ) ) : ''; // phpcs:ignore WordPress.Security.NonceVerification -- Checked above.
	return_to_instruments( remove_own_instrument( $id ) ? [ 'removed' => 1 ] : [ 'used' => 1 ] );
}

/** Shows the page. */
function show_instruments_page() {
	$messages = [
		'added'   => __( 'The form was added. A block "Any questionnaire" can show it.', 'attune' ),
		'removed' => __( 'The form was removed.', 'attune' ),
		'used'    => __( 'There are answers to this form, so it stays. Delete them first.', 'attune' ),
	];
	echo '<div class="wrap"><h1>' . esc_html__( 'Forms of your own', 'attune' ) . '</h1>';
	foreach ( $messages as $name => $message ) {
		if ( isset( $_GET[ $name ] ) ) { // phpcs:ignore WordPress.Security.NonceVerification
			echo '<div class="notice notice-' . ( 'used' === $name ? 'warning' : 'success' ) . '"><p>' . esc_html( $message ) . '</p></div>';
		}
	}
	foreach ( own_definitions() as $id => $versions ) {
		show_own_instrument( $id, $versions );
	}
	echo '<h2>' . esc_html__( 'Add a form', 'attune' ) . '</h2><form method="post" enctype="multipart/form-data" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '"><input type="hidden" name="action" value="attune_add_instrument">';
	wp_nonce_field( 'attune_add_instrument' );
	echo '<p><label>' . esc_html__( 'A file with the definition as JSON', 'attune' ) . ' <input type="file" name="file" accept=".json,application/json"></label></p>';
	echo '<p><label>' . esc_html__( 'Or its text', 'attune' ) . '<br><textarea name="text" rows="8" class="large-text code" dir="ltr"></textarea></label></p>';
	echo '<p class="description">' . esc_html__( 'A change needs a new version. Earlier versions stay, because answers name them.', 'attune' ) . '</p>';
	submit_button( __( 'Add', 'attune' ) );
	echo '</form></div>';
}

/**
 * Shows one instrument, with its newest version as a visitor sees it.
 *
 * @param string                   $id       Its id.
 * @param array<string, \stdClass> $versions Its versions, oldest first.
 */
function show_own_instrument( $id, $versions ) {
	$definition = end( $versions );
	$title      = (string) Instrument::settle( $definition, [] )->field( 'title' );
	load_widget( 'attune-questionnaire', page_language( '' ), false );
	echo '<h2 lang="' . esc_attr( $definition->language ) . '">' . esc_html( $title ) . '</h2><p><code>' . esc_html( $id ) . '</code> ' . esc_html( implode( ', ', array_keys( $versions ) ) ) . '</p>';
	echo '<details><summary>' . esc_html__( 'How it looks', 'attune' ) . '</summary><div class="card">';
	// phpcs:ignore WordPress.Security.EscapeOutput -- Escaped by `definition_html`.
	echo '<attune-questionnaire readonly>' . definition_html( $definition ) . '</attune-questionnaire></div></details>';
	if ( ! isset( get_option( OWN_INSTRUMENTS, [] )[ $id ] ) ) {
		echo '<p>' . esc_html__( 'Another plugin or the theme gives this form.', 'attune' ) . '</p>';
		return;
	}
	echo '<form method="post" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '"><input type="hidden" name="action" value="attune_remove_instrument"><input type="hidden" name="instrument" value="' . esc_attr( $id ) . '">';
	wp_nonce_field( 'attune_remove_instrument' );
	submit_button( __( 'Remove', 'attune' ), 'delete', 'submit', false );
	echo '</form>';
}
