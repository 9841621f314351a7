<?php
/**
 * Instruments of this site's own: an administrator has added their JSON, or other code gives them with the filter
 * `attune_instruments`. Each version that was ever added stays, so that its records stay readable.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** The option with the texts that were added, as `{id: {version: JSON}}`. */
const OWN_INSTRUMENTS = 'attune_own_instruments';

/**
 * The definitions of this site's own, oldest version first.
 *
 * @return array<string, array<string, \stdClass>> By id and version.
 */
function own_definitions() {
	static $known = [];
	/**
	 * Filters the instruments that other code gives.
	 *
	 * @param string[] $texts Definitions as JSON.
	 */
	$given  = (array) apply_filters( 'attune_instruments', [] );
	$stored = (array) get_option( OWN_INSTRUMENTS, [] );
	$key    = md5( wp_json_encode( [ $given, $stored ] ) );
	if ( ! isset( $known[ $key ] ) ) {
		$known[ $key ] = given_definitions( $given );
		foreach ( $stored as $id => $texts ) {
			foreach ( $texts as $version => $text ) {
				// It was checked when it was added.
				$known[ $key ][ $id ][ $version ] = json_decode( $text, false, 64 );
			}
		}
		foreach ( array_keys( $known[ $key ] ) as $id ) {
			uksort( $known[ $key ][ $id ], 'version_compare' );
		}
	}
	return $known[ $key ];
}

/**
 * The definitions that other code gives. One that cannot be used is left out, and its developer is told.
 *
 * @param string[] $texts JSON.
 * @return array<string, array<string, \stdClass>>
 */
function given_definitions( $texts ) {
	$definitions = [];
	foreach ( $texts as $text ) {
		$data   = json_decode( is_string( $text ) ? $text : '', false, 64 );
		$faults = definition_faults( $data );
		if ( $faults ) {
			_doing_it_wrong( 'attune_instruments', esc_html( implode( '; ', $faults ) ), '0.1.0' );
		} else {
			$definitions[ $data->id ][ $data->version ] = $data;
		}
	}
	return $definitions;
}

/**
 * Adds an instrument, or a version of one.
 *
 * @param string $text JSON.
 * @return string[] Why it was not added.
 */
function add_own_instrument( $text ) {
	if ( strlen( $text ) > MOST_BYTES ) {
		return [ ': max-bytes' ];
	}
	$data   = json_decode( $text, false, 64 );
	$faults = definition_faults( $data );
	if ( $faults ) {
		return $faults;
	}
	$known = own_definitions()[ $data->id ][ $data->version ] ?? null;
	if ( $known ) {
		return canonical( $known ) === canonical( $data ) ? [] : [ 'version: ' . __( 'this version is there with other content. A change needs a new version', 'attune' ) ];
	}
	$stored                                = get_option( OWN_INSTRUMENTS, [] );
	$stored[ $data->id ][ $data->version ] = wp_json_encode( $data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION );
	update_option( OWN_INSTRUMENTS, $stored, false );
	return [];
}

/**
 * Removes an instrument that an administrator has added, with all versions.
 *
 * @param string $id Its id.
 * @return bool False if answers to it are stored: they would have no words any more.
 */
function remove_own_instrument( $id ) {
	if ( count_records( [ 'instrument' => $id ] ) ) {
		return false;
	}
	$stored = get_option( OWN_INSTRUMENTS, [] );
	unset( $stored[ $id ] );
	update_option( OWN_INSTRUMENTS, $stored, false );
	return true;
}
