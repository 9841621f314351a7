<?php
/**
 * The instruments of this plugin, as files that the build writes.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/**
 * The ids of all instruments that a record can name.
 *
 * @return string[]
 */
function instrument_ids() {
	return array_keys( instrument_list() );
}

/**
 * What the build says about the instruments: their languages, by id, as `{languages: {de: {revision, standing}}}`.
 *
 * @return array<string, array>
 */
function instrument_list() {
	static $list = null;
	if ( null === $list ) {
		$list = read_json( 'data/instruments.json', true );
	}
	return $list;
}

/**
 * The definition of an instrument.
 *
 * @param string $id       Its id.
 * @param string $language A language tag. Without a translation into it, the source.
 * @return \stdClass|null Null for an unknown instrument.
 */
function find_definition( $id, $language = '' ) {
	$list = instrument_list();
	if ( ! is_string( $id ) || ! isset( $list[ $id ] ) ) {
		return null;
	}
	$is_translated = isset( $list[ $id ]['languages'][ $language ] );
	return read_json( "data/$id" . ( $is_translated ? ".$language" : '' ) . '.json', false );
}

/**
 * Reads a JSON file of the plugin, once in a request.
 *
 * @param string $path       Its path in the plugin.
 * @param bool   $as_arrays  Objects become arrays.
 * @return mixed
 */
function read_json( $path, $as_arrays ) {
	static $known = [];
	$key          = $path . (int) $as_arrays;
	if ( ! isset( $known[ $key ] ) ) {
		$known[ $key ] = json_decode( read_text( $path ), $as_arrays );
	}
	return $known[ $key ];
}

/**
 * Reads a file of the plugin.
 *
 * @param string $path Its path in the plugin.
 * @return string
 */
function read_text( $path ) {
	// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of this plugin.
	return (string) file_get_contents( FOLDER . '/' . $path );
}
