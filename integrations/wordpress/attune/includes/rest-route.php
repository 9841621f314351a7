<?php
/**
 * The route that the widgets send to: `POST attune/v1/records`, with one record or a list of them as JSON.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'attune/v1',
			'/records',
			[
				'methods'             => 'POST',
				'callback'            => __NAMESPACE__ . '\\take_records',
				'permission_callback' => __NAMESPACE__ . '\\check_request',
			]
		);
	}
);
add_action( 'wp_ajax_attune_nonce', __NAMESPACE__ . '\\send_nonce' );
add_action( 'wp_ajax_nopriv_attune_nonce', __NAMESPACE__ . '\\send_nonce' );

/**
 * Whether a request comes from a page of this site, and may send. WordPress itself refuses a wrong nonce; here one is required,
 * for visitors who are not logged in too.
 *
 * @param \WP_REST_Request $request The request.
 * @return true|\WP_Error
 */
function check_request( $request ) {
	if ( ! wp_verify_nonce( (string) $request->get_header( 'X-WP-Nonce' ), 'wp_rest' ) ) {
		return new \WP_Error( 'attune_nonce', __( 'This page was open for too long. Please load it again.', 'attune' ), [ 'status' => 403 ] );
	}
	return may_send();
}

/**
 * Stores what a widget sent.
 *
 * @param \WP_REST_Request $request The request.
 * @return \WP_REST_Response|\WP_Error
 */
function take_records( $request ) {
	$body = $request->get_body();
	$data = size_error( $body ) ?? read_json_text( $body );
	if ( is_wp_error( $data ) ) {
		return $data;
	}
	$kept = keep_records( is_array( $data ) ? $data : [ $data ] );
	return is_wp_error( $kept ) ? $kept : new \WP_REST_Response( $kept, $kept['stored'] ? 201 : 200 );
}

/** Sends a fresh nonce: a page can come from a cache, and then its own is too old. Other sites cannot read the answer. */
function send_nonce() {
	wp_send_json( [ 'nonce' => wp_create_nonce( 'wp_rest' ) ] );
}
