<?php
/**
 * Which items are asked: the conditions of an instrument, which are data. It knows what the instruments of this package use;
 * the build stops at an instrument with another condition.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/**
 * Whether an item is asked at a place: its own condition holds, and those of the items around it.
 *
 * @param array $index  All items, as in `Instrument::$index`.
 * @param array $answers Answers by key.
 * @param string $id    The id of the item.
 * @param int[]  $at    Its index in each repeating group.
 * @return bool
 */
function is_asked( $index, $answers, $id, $at ) {
	for ( $current = $id; null !== $current; $current = $index[ $current ]['parent'] ) {
		$entry = $index[ $current ];
		$own   = array_slice( $at, 0, count( $entry['groups'] ) );
		if ( isset( $entry['item']->when ) && ! condition_holds( $entry['item']->when, $index, $answers, [ $current, $own ] ) ) {
			return false;
		}
	}
	return true;
}

/**
 * Whether a condition holds.
 *
 * @param \stdClass $when    The condition.
 * @param array     $index   All items.
 * @param array     $answers Answers by key.
 * @param array     $owner   The id of the item that has the condition, and its place.
 * @return bool
 */
function condition_holds( $when, $index, $answers, $owner ) {
	if ( isset( $when->all ) || isset( $when->any ) ) {
		$wanted = isset( $when->any );
		foreach ( $wanted ? $when->any : $when->all as $part ) {
			if ( condition_holds( $part, $index, $answers, $owner ) === $wanted ) {
				return $wanted;
			}
		}
		return ! $wanted;
	}
	$answer = answer_in_scope( $when->item, $index, $answers, $owner );
	if ( isset( $when->is ) ) {
		return ( $answer ? $answer->state : 'unanswered' ) === $when->is;
	}
	$is_answered = $answer && 'answered' === $answer->state;
	if ( 'exists' === $when->op ) {
		return $is_answered === $when->value;
	}
	if ( ! $is_answered ) {
		return false;
	}
	return in_array( $when->value, $answer->values, true ) === ( '=' === $when->op );
}

/**
 * The answer that a condition refers to. An item in other repetitions, and one that is not asked, counts as unanswered.
 *
 * @param string $id      The id of the item.
 * @param array  $index   All items.
 * @param array  $answers Answers by key.
 * @param array  $owner   The id of the item that has the condition, and its place.
 * @return \stdClass|null
 */
function answer_in_scope( $id, $index, $answers, $owner ) {
	list( $owner_id, $at ) = $owner;
	if ( ! isset( $index[ $id ] ) ) {
		return null;
	}
	$groups = $index[ $id ]['groups'];
	if ( array_slice( $index[ $owner_id ]['groups'], 0, count( $groups ) ) !== $groups ) {
		return null;
	}
	$place = array_slice( $at, 0, count( $groups ) );
	return is_asked( $index, $answers, $id, $place ) ? ( $answers[ answer_key( $id, $place ) ] ?? null ) : null;
}

/**
 * The key of an answer at a place. No two places have the same key.
 *
 * @param string $id The id of the item.
 * @param int[]  $at Its index in each repeating group.
 * @return string
 */
function answer_key( $id, $at ) {
	return wp_json_encode( [ $id, $at ] );
}
