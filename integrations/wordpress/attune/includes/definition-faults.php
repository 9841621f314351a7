<?php
/**
 * The gate for instruments of a site's own: what PHP does not know it could not check in a record, so it refuses it here.
 *
 * @package Attune
 */

namespace Attune;

defined( 'ABSPATH' ) || exit;

/** The fields of a definition that this plugin, or the widget alone, can use. */
const KNOWN_FIELDS = [
	'schema', 'id', 'version', 'language', 'direction', 'title', 'audience', 'licence', 'normed', 'options', 'intro', 'stem', 'note', 'minutes',
	'scales', 'absent', 'items', 'scoring', 'result', 'words',
];

/**
 * What is wrong with a definition. The widget also checks its scores, and reports what it cannot use.
 *
 * @param mixed $data Decoded JSON, with objects as stdClass.
 * @return string[] Each is a path and a reason.
 */
function definition_faults( $data ) {
	$schema = read_json( 'data/instrument.schema.json', false );
	$faults = shape_faults( $data, $schema, $schema );
	if ( $faults ) {
		return $faults;
	}
	if ( has_nul( $data ) ) {
		return [ ': text' ];
	}
	if ( ! preg_match( '/\A[a-z][a-z\d-]{1,63}\z/', $data->id ) || isset( instrument_list()[ $data->id ] ) ) {
		$faults[] = 'id: own-name';
	}
	if ( ! preg_match( '/\A\d{1,6}\.\d{1,6}\.\d{1,6}\z/', $data->version ) ) {
		$faults[] = 'version: major.minor.patch';
	}
	foreach ( array_diff( array_keys( get_object_vars( $data ) ), KNOWN_FIELDS ) as $name ) {
		$faults[] = "$name: not-for-wordpress";
	}
	$ids    = [];
	$faults = array_merge( $faults, item_faults( $data->items, 'items', $ids ) );
	foreach ( array_keys( array_filter( array_count_values( $ids ), function ( $count ) { return $count > 1; } ) ) as $id ) {
		$faults[] = "$id: unique";
	}
	$faults = array_merge( $faults, $faults ? [] : reference_faults( $data->items, $data, $ids ) );
	if ( ! $faults && ! settles( $data ) ) {
		$faults[] = 'options: default';
	}
	return array_slice( $faults, 0, 20 );
}

/**
 * Whether the options of a definition have usable defaults.
 *
 * @param \stdClass $definition The definition.
 * @return bool
 */
function settles( $definition ) {
	foreach ( get_object_vars( $definition->options ?? new \stdClass() ) as $option ) {
		$by = $option->default->by ?? null;
		if ( null !== $by && ! isset( $definition->options->{$by} ) ) {
			return false;
		}
	}
	$instrument = Instrument::settle( $definition, [] );
	return $instrument && $instrument->index && null !== $instrument->field( 'title' ) && in_array( $instrument->field( 'audience' ), [ 'client', 'clinician', 'observer' ], true );
}

/**
 * The faults of items that can be seen in each of them.
 *
 * @param \stdClass[] $items The items.
 * @param string      $path  Their path.
 * @param string[]    $ids   Their ids are added.
 * @return string[]
 */
function item_faults( $items, $path, &$ids ) {
	$known  = read_json( 'data/known.json', true );
	$faults = [];
	foreach ( $items as $i => $item ) {
		$place = "{$path}[$i]";
		$ids[] = $item->id;
		if ( ! preg_match( '/\A[\w-]{1,100}\z/', $item->id ) ) {
			$faults[] = "$place.id: name";
		}
		if ( ! in_array( $item->type, $known['types'], true ) ) {
			$faults[] = "$place.type: not-for-wordpress";
		}
		foreach ( array_diff( array_keys( get_object_vars( $item ) ), $known['fields'] ) as $field ) {
			$faults[] = "$place.$field: not-for-wordpress";
		}
		if ( 'rating' === $item->type && ! ( isset( $item->min, $item->max ) && $item->min < $item->max ) ) {
			$faults[] = "$place: in-order";
		}
		$faults = array_merge( $faults, item_faults( $item->items ?? [], "$place.items", $ids ) );
	}
	return $faults;
}

/**
 * The faults of what an item names: a scale, options, and other items in its condition.
 *
 * @param \stdClass[] $items      The items.
 * @param \stdClass   $definition The definition.
 * @param string[]    $ids        All ids.
 * @return string[]
 */
function reference_faults( $items, $definition, $ids ) {
	$faults = [];
	foreach ( $items as $item ) {
		$scale = $item->scale ?? null;
		if ( is_string( $scale ) && ! isset( $definition->scales->{$scale} ) ) {
			$faults[] = "$item->id.scale: scale";
		}
		foreach ( get_object_vars( $item->only ?? new \stdClass() ) as $name => $values ) {
			if ( array_diff( $values, $definition->options->{$name}->values ?? [] ) ) {
				$faults[] = "$item->id.only.$name: option-values";
			}
		}
		if ( isset( $item->when ) && ! is_known_condition( $item->when, $ids ) ) {
			$faults[] = "$item->id.when: not-for-wordpress";
		}
		$faults = array_merge( $faults, reference_faults( $item->items ?? [], $definition, $ids ) );
	}
	return $faults;
}

/**
 * Whether PHP can evaluate a condition.
 *
 * @param \stdClass $when The condition.
 * @param string[]  $ids  All ids.
 * @return bool
 */
function is_known_condition( $when, $ids ) {
	foreach ( $when->all ?? $when->any ?? [] as $part ) {
		if ( ! is_known_condition( $part, $ids ) ) {
			return false;
		}
	}
	if ( isset( $when->all ) || isset( $when->any ) ) {
		return true;
	}
	$operators = read_json( 'data/known.json', true )['conditions'];
	return isset( $when->item ) && in_array( $when->item, $ids, true ) && empty( $when->over ) && ( isset( $when->is ) || in_array( $when->op ?? '', $operators, true ) );
}
