<?php
/**
 * One shortcode for each widget, with the name of its tag: `[attune-check-in who="Your therapist"]`. A slot is a shortcode
 * inside it: `[attune-slot name="crisis"]020 7946 0000[/attune-slot]`.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		foreach ( array_keys( widgets() ) as $tag ) {
			add_shortcode(
				$tag,
				function ( $given, $content ) use ( $tag ) {
					return shortcode_html( $tag, is_array( $given ) ? $given : [], (string) $content );
				}
			);
		}
		// Outside a widget a slot has no place, so it is not shown.
		add_shortcode( 'attune-slot', '__return_empty_string' );
	}
);

/**
 * The HTML of a shortcode.
 *
 * @param string $tag     The tag.
 * @param array  $given   Its attributes; one without a value has a number as its key.
 * @param string $content What is inside it.
 * @return string
 */
function shortcode_html( $tag, $given, $content ) {
	$attributes = [];
	foreach ( $given as $name => $value ) {
		$attributes[ is_int( $name ) ? $value : $name ] = is_int( $name ) ? true : $value;
	}
	$slots = [];
	preg_match_all( '/' . get_shortcode_regex( [ 'attune-slot' ] ) . '/', $content, $found, PREG_SET_ORDER );
	foreach ( $found as $match ) {
		$about = shortcode_parse_atts( $match[3] );
		if ( is_array( $about ) && isset( $about['name'] ) ) {
			$slots[ $about['name'] ] = $match[5];
		}
	}
	return widget_html( $tag, $attributes, $slots, do_shortcode( $content ) );
}
