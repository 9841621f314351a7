<?php
/**
 * The instruments: those of this plugin, as files that the build writes, and those of this site's own.
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
	return array_merge( array_keys( instrument_list() ), array_keys( own_definitions() ) );
}

/**
 * What the build says about its instruments: their languages, by id, as `{languages: {de: {revision, standing}}}`.
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
 * @param string $version  A version. One of this site's own has several; without it, the newest.
 * @return \stdClass|null Null for an unknown instrument.
 */
function find_definition( $id, $language = '', $version = '' ) {
	$list = instrument_list();
	if ( ! is_string( $id ) ) {
		return null;
	}
	if ( ! isset( $list[ $id ] ) ) {
		$versions = own_definitions()[ $id ] ?? [];
		return ( '' === $version ? end( $versions ) : ( $versions[ $version ] ?? null ) ) ?: null;
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
