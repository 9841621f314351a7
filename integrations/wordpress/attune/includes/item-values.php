<?php
/**
 * The values that an answer can have, by the type of its item.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** The most characters of one answer. */
const ANSWER_TEXT = 1000000;

/**
 * The codes that an item offers.
 *
 * @param \stdClass $item   The item.
 * @param \stdClass $scales The scales of its instrument.
 * @return array<string, string> The text of each choice, by code.
 */
function choice_texts( $item, $scales ) {
	$choices = $item->choices ?? ( isset( $item->scale, $scales->{$item->scale} ) ? $scales->{$item->scale}->choices : [] );
	$texts   = [];
	foreach ( $choices as $choice ) {
		$texts[ $choice->code ] = $choice->text;
	}
	return $texts;
}

/**
 * The rule that the values of an answer break, or null.
 *
 * @param \stdClass $item   The item.
 * @param array     $values The values, one or more.
 * @param \stdClass $scales The scales of its instrument.
 * @return string|null
 */
function values_fault( $item, $values, $scales ) {
	if ( ! $values ) {
		return 'there-once-when-answered';
	}
	if ( ! empty( $item->multiple ) ) {
		$known = array_map( 'strval', array_keys( choice_texts( $item, $scales ) ) );
		// In the order of the list, each once.
		return array_values( array_intersect( $known, array_filter( $values, 'is_string' ) ) ) === $values ? null : 'one-of-its-choices';
	}
	return count( $values ) > 1 ? 'single' : value_fault( $item, $values[0], $scales );
}

/**
 * The rule that one value breaks, or null.
 *
 * @param \stdClass $item   The item.
 * @param mixed     $value  The value.
 * @param \stdClass $scales The scales of its instrument.
 * @return string|null
 */
function value_fault( $item, $value, $scales ) {
	switch ( $item->type ) {
		case 'choice':
			return is_string( $value ) && array_key_exists( $value, choice_texts( $item, $scales ) ) ? null : 'one-of-its-choices';
		case 'boolean':
			return is_bool( $value ) ? null : 'of-its-type';
		case 'rating':
		case 'slider':
		case 'integer':
			return number_fault( $item, $value );
		case 'text':
			return text_fault( $item, $value );
		case 'date':
			return is_string( $value ) && is_day( $value ) ? bound_fault( $item, $value ) : 'of-its-type';
		case 'time':
			$pattern = empty( $item->seconds ) ? '/\A([01]\d|2[0-3]):[0-5]\d\z/' : '/\A([01]\d|2[0-3])(:[0-5]\d){2}\z/';
			return is_string( $value ) && preg_match( $pattern, $value ) ? bound_fault( $item, $value ) : 'of-its-type';
		default:
			return 'question';
	}
}

/**
 * The rule that a number breaks, or null.
 *
 * @param \stdClass $item  A rating, a slider or an integer.
 * @param mixed     $value The value.
 * @return string|null
 */
function number_fault( $item, $value ) {
	if ( 'number' !== json_type( $value ) || ! is_finite( $value ) ) {
		return 'of-its-type';
	}
	$bound = bound_fault( $item, $value );
	if ( 'slider' === $item->type ) {
		$steps = ( $value - $item->min ) / ( $item->step ?? 1 );
		return $bound ?? ( abs( $steps - round( $steps ) ) < 1e-6 ? null : 'on-a-step' );
	}
	return floor( $value ) === (float) $value && abs( $value ) <= 9007199254740991 ? $bound : 'of-its-type';
}

/**
 * The rule that a text breaks, or null. Lengths count as in a browser, in UTF-16 code units.
 *
 * @param \stdClass $item  A text item.
 * @param mixed     $value The value.
 * @return string|null
 */
function text_fault( $item, $value ) {
	if ( ! is_string( $value ) || '' === trim( $value ) ) {
		return 'of-its-type';
	}
	$length = strlen( mb_convert_encoding( $value, 'UTF-16LE', 'UTF-8' ) ) / 2;
	if ( $length > min( $item->maxLength ?? ANSWER_TEXT, ANSWER_TEXT ) ) {
		return 'max-length-or-less';
	}
	return $length < ( $item->minLength ?? 0 ) ? 'min-length-or-more' : null;
}

/**
 * The limit that a value breaks, or null. Days and times are compared as text.
 *
 * @param \stdClass $item  The item.
 * @param mixed     $value The value.
 * @return string|null
 */
function bound_fault( $item, $value ) {
	if ( isset( $item->min ) && $value < $item->min ) {
		return 'min-or-more';
	}
	return isset( $item->max ) && $value > $item->max ? 'max-or-less' : null;
}
