<?php
/**
 * The files of the widgets, from this site itself, each with its hash. From WordPress 6.5 they are script modules; before, they
 * are scripts of the type `module`.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/**
 * Loads what a widget needs: its own file, the words of its language, what takes over from its form without script, and the
 * script that sends records.
 *
 * @param string   $tag       The tag, such as `attune-trust-questionnaire`.
 * @param string   $language  The language of the page, such as `de`.
 * @param bool     $wants_drafts Whether translations that nobody has reviewed are shown.
 */
function load_widget( $tag, $language, $wants_drafts ) {
	// These two show instruments by name, so they need all of them.
	$name  = in_array( $tag, [ 'attune-questionnaire', 'attune-perspective-gap' ], true ) ? 'attune' : substr( $tag, strlen( 'attune-' ) );
	$paths = [];
	if ( isset( widgets()[ $tag ]['instrument'], file_hashes()['cdn/fallback/adopt.js'] ) ) {
		$paths[] = 'cdn/fallback/adopt.js';
	}
	$paths[] = "cdn/$name.js";
	if ( isset( file_hashes()[ "cdn/locales/$language.js" ] ) ) {
		$paths[] = "cdn/locales/$language.js";
		$paths[] = "cdn/locales/$language-clinician.js";
	}
	if ( $wants_drafts && isset( file_hashes()[ "cdn/translations/$language.js" ] ) ) {
		$paths[] = "cdn/translations/$language.js";
	}
	$paths[] = 'assets/send-records.js';
	foreach ( $paths as $path ) {
		load_module( $path );
	}
	$version = get_file_data( PLUGIN_FILE, [ 'version' => 'Version' ] )['version'];
	wp_enqueue_style( 'attune-fallback', plugins_url( 'assets/fallback.css', PLUGIN_FILE ), [], $version );
	wp_enqueue_style( 'attune-widget', plugins_url( 'assets/widget.css', PLUGIN_FILE ), [ 'attune-fallback' ], $version );
}

/**
 * The hash of each script, by its path in the plugin, as in an `integrity` attribute.
 *
 * @return array<string, string>
 */
function file_hashes() {
	return read_json( 'data/integrity.json', true );
}

/**
 * Loads one file as a module.
 *
 * @param string $path Its path in the plugin.
 */
function load_module( $path ) {
	$handle  = 'attune-' . str_replace( [ '/', '.' ], '-', $path );
	$address = plugins_url( $path, PLUGIN_FILE );
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( $handle, $address, [], null );
	} else {
		// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- The hash says which version it is.
		wp_enqueue_script( $handle, $address, [], null, true );
	}
}

/**
 * The hash of the file at an address, or null if it is no file of ours.
 *
 * @param string $address The address.
 * @return string|null
 */
function hash_of( $address ) {
	$base = plugins_url( '', PLUGIN_FILE ) . '/';
	$path = 0 === strpos( $address, $base ) ? strtok( substr( $address, strlen( $base ) ), '?' ) : '';
	return file_hashes()[ $path ] ?? null;
}

add_filter(
	'wp_script_attributes',
	function ( $attributes ) {
		$hash = hash_of( (string) ( $attributes['src'] ?? '' ) );
		return $hash ? array_merge( $attributes, [ 'integrity' => $hash ] ) : $attributes;
	}
);

add_filter(
	'script_loader_tag',
	function ( $tag, $handle, $address ) {
		$hash = hash_of( (string) $address );
		if ( ! $hash || false !== strpos( $tag, 'type="module"' ) ) {
			return $tag;
		}
		$plain = preg_replace( '/\stype=(["\'])text\/javascript\1/', '', $tag );
		// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript -- It is enqueued above.
		return preg_replace( '/<script(?=[^>]*\ssrc=)/', '<script type="module" integrity="' . esc_attr( $hash ) . '"', $plain );
	},
	10,
	3
);
